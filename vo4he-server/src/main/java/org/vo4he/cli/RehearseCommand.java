// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vo4he.config.Configuration;
import org.vo4he.config.ConfigurationException;
import org.vo4he.config.Setting;
import org.vo4he.config.Settings;
import org.vo4he.fits.NotFitsException;
import org.vo4he.harvest.Progress;
import org.vo4he.http.HttpServer;
import org.vo4he.mapping.Rules;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Outcome;
import org.vo4he.product.Product;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;
import org.vo4he.security.Token;
import org.vo4he.store.ServerFile;
import org.vo4he.votags.VoTags;
import org.vo4he.votags.WriteOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `vo4he rehearse`: everything that a server does at its start, on a state that is thrown away, and what the short
/// commands do with a file.
///
/// The launcher runs it once after a build and lets the JVM watch: from what was loaded then, the JVM makes the cache
/// that later starts are quick by (JEP 514).
@Command(name = "rehearse", hidden = true, description = "Harvest and serve a folder once, for the JVM to learn from.")
final class RehearseCommand implements Callable<Integer> {

    private static final List<String> ASKED = List.of(
            "/",
            "/tap/capabilities",
            "/tap/tables",
            "/metrics",
            "/tap/sync?LANG=ADQL&QUERY=SELECT+*+FROM+ivoa.obscore",
            "/tap/sync?LANG=ADQL&FORMAT=csv&QUERY=SELECT+TOP+1+obs_id+FROM+ivoa.obscore"
                    + "+WHERE+1=CONTAINS(POINT(s_ra,s_dec),CIRCLE(10,20,3))");

    private static final int ROUNDS = 40;
    private static final int MOST_DESCRIBED = 30;

    @Parameters(paramLabel = "DIR", description = "The folder; it is only read.")
    private Path folder;

    @Override
    public Integer call() throws IOException, ConfigurationException {
        Path state = Files.createTempDirectory("vo4he-rehearsal");
        Map<Setting, String> quietly = Map.of(Setting.PORT, "0", Setting.ACCESS_LOG, "off");
        Settings settings = Settings.of(Configuration.of(Optional.empty(), Map.of(), quietly));
        try {
            // Twice, because most starts find an unchanged folder.
            for (int i = 0; i < 2; i++) {
                serve(settings, state);
            }
            describeOften(Files.createDirectory(state.resolve("tagged")));
            describe(Files.createDirectory(state.resolve("described")));
            return ExitCode.DONE;
        } finally {
            deleteTree(state);
        }
    }

    private void serve(Settings settings, Path state) throws IOException {
        Token token = Token.random();
        try (Assembly assembly = Assembly.open(settings, state, PublishedFolder.real(folder));
                Operations operations = assembly.operations();
                HttpServer server = assembly.listen(token, operations)) {
            ServerFile.ofThisProcess(settings.http().host(), server.port(), token.secret(), Vo4he.version())
                    .write(state);
            assembly.harvest(Optional.empty(), false, Progress.silent());
            try (StateServer client = StateServer.running(state).orElseThrow()) {
                for (String path : ASKED) {
                    client.get(path).body().transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    /// What harvests of many files do for each, with tags and without, until the JVM knows what counts.
    private void describeOften(Path tagged) throws IOException {
        ProductDescriber describer = new ProductDescriber(Rules.none());
        List<Path> files = new ArrayList<>(filesBelow(folder));
        for (Path file : List.copyOf(files)) {
            annotate(file, tagged.resolve(file.getFileName()), describer).ifPresent(files::add);
        }
        for (int round = 0; round < ROUNDS; round++) {
            files.forEach(file -> describer.describe(file, Siblings.sameFolder()));
        }
    }

    private static Optional<Path> annotate(Path file, Path copy, ProductDescriber describer) throws IOException {
        FileDescription description = describer.describe(file, Siblings.sameFolder());
        if (description.outcome() != Outcome.PUBLISHED) {
            return Optional.empty();
        }
        Product product = description.products().getFirst();
        try {
            VoTags.write(file, copy, product.row(), WriteOptions.DEFAULT.with(product.inference()));
            return Optional.of(copy);
        } catch (NotFitsException changed) {
            return Optional.empty();
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    /// The short commands, on some of the files.
    private void describe(Path scratch) throws IOException {
        CommandLine line = Vo4he.commandLine(InputStream.nullInputStream(), OutputStream.nullOutputStream())
                .setErr(new PrintWriter(Writer.nullWriter()));
        for (Path file :
                filesBelow(folder).stream().sorted().limit(MOST_DESCRIBED).toList()) {
            line.execute("show", file.toString());
            line.execute("show", file.toString(), "--json");
            line.execute("check", file.toString());
            line.execute("annotate", file.toString(), "--out", scratch.toString());
            line.execute("annotate", scratch.resolve(file.getFileName()).toString(), "--in-place");
            extract(file, scratch, line);
        }
    }

    /// Of a file that is no event list it is soon refused.
    private static void extract(Path file, Path scratch, CommandLine line) {
        Path products = scratch.resolve(file.getFileName() + ".extracted");
        line.execute(
                "extract",
                file.toString(),
                "--json",
                "--spectrum",
                products + ".pha",
                "--lightcurve",
                products + ".lc",
                "--image",
                products + ".img");
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
