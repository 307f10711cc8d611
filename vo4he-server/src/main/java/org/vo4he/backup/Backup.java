// SPDX-License-Identifier: Apache-2.0
package org.vo4he.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.vo4he.store.Snapshot;
import org.vo4he.store.Store;

/// A backup: a zip file with the files of a state, those of products that were remade and published here, and a
/// [Manifest]. What can be made again from the published files is not in it (previews, temporary files), nor are jobs.
///
/// Nothing here holds a file in memory.
public final class Backup {

    private static final int LONGEST_MANIFEST = 64 << 20;

    private final Path file;

    /// A backup file that is there already.
    public Backup(Path file) {
        this.file = file;
    }

    /// Writes a backup to a stream, which stays open.
    ///
    /// @param published folder of products that were remade here; may be missing
    /// @param program version of this program
    public static void write(Snapshot snapshot, Path published, String program, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        List<Manifest.Member> members = new ArrayList<>();
        for (Snapshot.Member member : snapshot.members()) {
            try (InputStream in = Files.newInputStream(member.copy())) {
                members.add(copied(member.name(), in, zip));
            }
        }
        for (Path file : PublishedFiles.in(published)) {
            try (InputStream in = Files.newInputStream(file)) {
                members.add(copied(PublishedFiles.member(published, file), in, zip));
            } catch (NoSuchFileException _) {
                // Withdrawn meanwhile.
            }
        }
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(new Manifest(Manifest.FORMAT, program, snapshot.schemaVersion(), now, members).json());
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private static Manifest.Member copied(String name, InputStream in, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        MessageDigest sha256 = sha256();
        // Not closed: that would close the zip file.
        DigestOutputStream digesting = new DigestOutputStream(zip, sha256);
        long bytes = in.transferTo(digesting);
        zip.closeEntry();
        return new Manifest.Member(name, bytes, HexFormat.of().formatHex(sha256.digest()));
    }

    /// Reads the whole backup and compares every checksum.
    ///
    /// @throws BackupException when this program can't restore it
    public Manifest check() throws BackupException, IOException {
        try (ZipFile zip = open()) {
            Manifest manifest = manifest(zip);
            for (Manifest.Member member : manifest.members()) {
                copy(zip, member, OutputStream.nullOutputStream());
            }
            return manifest;
        } catch (ZipException e) {
            throw damaged(e);
        }
    }

    /// Makes a state directory of it: all of it, or nothing.
    ///
    /// @param state a folder that is not there or empty
    /// @throws BackupException when the backup is damaged or of a newer program, or the folder is not empty
    public Manifest restore(Path state) throws BackupException, IOException {
        try (ZipFile zip = open()) {
            Manifest manifest = manifest(zip);
            try (NewState target = NewState.of(state)) {
                for (Manifest.Member member : manifest.members()) {
                    try (OutputStream out = target.file(member.name())) {
                        copy(zip, member, out);
                    }
                }
                target.complete();
            }
            return manifest;
        } catch (ZipException e) {
            throw damaged(e);
        }
    }

    private ZipFile open() throws BackupException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupException("there is no backup file " + file);
        }
        return new ZipFile(file.toFile());
    }

    private Manifest manifest(ZipFile zip) throws BackupException, IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new BackupException(file + " is no backup of vo4he: it has no " + Manifest.NAME);
        }
        Manifest manifest;
        try (InputStream in = zip.getInputStream(entry)) {
            manifest = Manifest.parse(in.readNBytes(LONGEST_MANIFEST));
        } catch (ZipException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new BackupException(file + " is damaged: its " + Manifest.NAME + " can't be read", e);
        }
        checkKnown(manifest);
        checkMembers(zip, manifest);
        return manifest;
    }

    private void checkKnown(Manifest manifest) throws BackupException {
        if (manifest.format() > Manifest.FORMAT || manifest.schema() > Store.schemaVersion()) {
            throw new BackupException("%s was made by a newer vo4he (%s): its schema has version %s, this program knows"
                            .formatted(file, manifest.program(), Integer.toString(manifest.schema()))
                    + " up to " + Store.schemaVersion() + ". Use the newer program.");
        }
    }

    private void checkMembers(ZipFile zip, Manifest manifest) throws BackupException {
        List<String> promised =
                manifest.members().stream().map(Manifest.Member::name).toList();
        Set<String> found = zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(HashSet::new));
        found.remove(Manifest.NAME);
        if (!found.equals(Set.copyOf(promised)) || promised.size() != found.size() || zip.size() != found.size() + 1) {
            throw new BackupException(file + " is damaged: its manifest promises " + promised + ", it holds " + found);
        }
        if (!found.stream().allMatch(name -> Store.fileNames().contains(name) || PublishedFiles.isOne(name))
                || !found.contains(Store.fileNames().getFirst())) {
            throw new BackupException(
                    file + " is no backup of a state: of " + Store.fileNames() + " it holds " + found);
        }
    }

    private void copy(ZipFile zip, Manifest.Member member, OutputStream out) throws BackupException, IOException {
        MessageDigest sha256 = sha256();
        DigestOutputStream digesting = new DigestOutputStream(out, sha256);
        long bytes = 0;
        try (InputStream in = zip.getInputStream(zip.getEntry(member.name()))) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0 && bytes <= member.bytes(); read = in.read(buffer)) {
                digesting.write(buffer, 0, read);
                bytes += read;
            }
        } catch (EOFException e) {
            throw damaged(e);
        }
        if (bytes != member.bytes()
                || !HexFormat.of().formatHex(sha256.digest()).equals(member.sha256())) {
            throw new BackupException(
                    file + " is damaged: " + member.name() + " does not have the checksum that its manifest states");
        }
    }

    private BackupException damaged(IOException cause) {
        return new BackupException(file + " is damaged, or no backup: " + cause.getMessage(), cause);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
