// SPDX-License-Identifier: Apache-2.0
package org.vo4he.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The operator's file of tokens: a line for each, `NAME SCOPES sha256:HEX`, scopes with commas between; lines that
/// begin with `#` are remarks. Tokens are in it as hashes only: they are random, so that a plain hash tells nobody
/// what they are. A changed file counts from the next request on. Safe on any thread.
public final class TokenFile {

    /// Not `operator`: that is the server itself.
    private static final Pattern NAME = Pattern.compile("(?!operator$)[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

    private record Stamp(FileTime modified, long bytes) {}

    private record Line(Identity identity, String hash) {}

    private final Path file;
    private Optional<Stamp> stamp = Optional.empty();
    private List<Line> lines = List.of();

    public TokenFile(Path file) {
        this.file = file;
    }

    /// Whose token this is.
    ///
    /// @throws IOException when the file can't be read or understood, with its line
    public Optional<Identity> identify(String secret) throws IOException {
        return withHash(Token.hash(secret));
    }

    /// Whose token has this hash.
    synchronized Optional<Identity> withHash(String wanted) throws IOException {
        Stamp now = new Stamp(Files.getLastModifiedTime(file), Files.size(file));
        if (!stamp.equals(Optional.of(now))) {
            lines = read();
            stamp = Optional.of(now);
        }
        byte[] hash = wanted.getBytes(StandardCharsets.US_ASCII);
        return lines.stream()
                .filter(line -> MessageDigest.isEqual(hash, line.hash().getBytes(StandardCharsets.US_ASCII)))
                .map(Line::identity)
                .findFirst();
    }

    /// The identities in it, by line.
    public List<Identity> identities() throws IOException {
        return read().stream().map(Line::identity).toList();
    }

    /// The line of a token.
    ///
    /// @throws IllegalArgumentException when the name is none
    public static String line(String name, Set<Scope> scopes, Token token) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a name is made of letters, digits and . _ @ - and is not 'operator', found '" + name + "'");
        }
        String words = new TreeSet<>(scopes).stream().map(Scope::word).collect(Collectors.joining(","));
        return name + " " + words + " " + Token.hash(token.secret());
    }

    /// Puts a new token into the file, which is made when it is not there: as a whole or not at all, and readable by
    /// its owner only.
    ///
    /// @throws IllegalArgumentException when the name is none, or has a token already
    /// @throws IOException when the file can't be written, or has a line that is none
    public synchronized void add(String name, Set<Scope> scopes, Token token) throws IOException {
        String line = line(name, scopes, token);
        if (Files.exists(file)
                && identities().stream().anyMatch(each -> each.name().equals(name))) {
            throw new IllegalArgumentException("'" + name + "' has a token already; revoke it first");
        }
        List<String> texts = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
        texts.add(line);
        OwnersFile.replace(file, texts);
    }

    /// Takes the tokens of this name out of the file; remarks and the other lines stay.
    ///
    /// @return how many it had
    /// @throws IOException when the file can't be written, or has a line that is none
    public synchronized int revoke(String name) throws IOException {
        List<String> texts = Files.readAllLines(file);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i).strip();
            if (!isLine(text) || !line(text, i + 1).identity().name().equals(name)) {
                kept.add(texts.get(i));
            }
        }
        if (kept.size() < texts.size()) {
            OwnersFile.replace(file, kept);
        }
        return texts.size() - kept.size();
    }

    private List<Line> read() throws IOException {
        List<Line> read = new ArrayList<>();
        List<String> texts = Files.readAllLines(file);
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i).strip();
            if (isLine(text)) {
                read.add(line(text, i + 1));
            }
        }
        return read;
    }

    private static boolean isLine(String text) {
        return !text.isEmpty() && !text.startsWith("#");
    }

    private Line line(String text, int number) throws IOException {
        String[] words = text.split("\\s+");
        if (words.length != 3
                || !NAME.matcher(words[0]).matches()
                || !HASH.matcher(words[2]).matches()) {
            throw new IOException(file + " line " + number + " is no line of tokens: NAME SCOPES sha256:HEX is wanted");
        }
        Set<Scope> scopes = new TreeSet<>();
        for (String word : words[1].split(",")) {
            scopes.add(Scope.named(word.toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new IOException(file + " line " + number + ": no scope is called '" + word
                            + "'; choose query, run or publish")));
        }
        return new Line(new Identity(words[0], scopes, false), words[2]);
    }
}
