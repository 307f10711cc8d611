// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.vo4he.provenance.ProvDot;
import org.vo4he.provenance.ProvGraph;
import org.vo4he.provenance.ProvJson;
import org.vo4he.provenance.ProvN;
import org.vo4he.provenance.ProvSvg;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceText;
import org.vo4he.provenance.SeedForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he provenance`: how a product was made, as text, picture or W3C PROV.
@Command(
        name = "provenance",
        description =
                "Tell how a product was made: what its tags record, else what other programs left in its headers. A file is read by itself; a publisher DID is followed through the archive.",
        footer = {
            "",
            "Examples:",
            "  vo4he provenance spectrum.fits",
            "  vo4he provenance spectrum.fits --format svg --depth 3 --out made.svg",
            "  vo4he provenance steps.json --format provn",
            "  vo4he provenance 'ivo://vo4he.local/x?spectrum.fits' --format json --state S"
        })
final class ProvenanceCommand implements Callable<Integer> {

    /// What is printed, as it is typed. PROV-JSON is `json`.
    enum Format {
        text(""),
        json("PROV-JSON"),
        provn("PROV-N"),
        dot("DOT"),
        svg("SVG"),
        seed("");

        private final String asked;

        Format(String asked) {
            this.asked = asked;
        }
    }

    private final OutputStream standardOut;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE|DID",
            description =
                    "A FITS file, a file of provenance JSON, or the publisher DID of a product in the state folder.")
    private String subject;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text, json (PROV-JSON), provn (PROV-N), dot, svg, or seed (the JSON of the SVOM slides) (default: text).")
    private Format format;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description =
                    "How far back: of a DID, relations in the archive; of a file, products whose files lie beside it (default: 1).")
    private Integer depth;

    @Option(names = "--out", paramLabel = "FILE", description = "Write there and not to standard output.")
    private Path out;

    ProvenanceCommand(OutputStream standardOut) {
        this.standardOut = standardOut;
    }

    @Override
    public Integer call() throws IOException {
        if (depth != null && depth < 1) {
            throw new ParameterException(spec.commandLine(), "--depth must be at least 1, found " + depth);
        }
        boolean did = subject.toLowerCase(Locale.ROOT).startsWith("ivo:");
        if (depth != null && (format == Format.seed || did && format == Format.text)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--depth does not go with --format " + format
                            + (did ? " of a DID" : "")
                            + ": that tells of one product; json, provn, dot and svg go further");
        }
        byte[] answer = did ? ofDid() : ofFile(Path.of(subject), depth == null ? 1 : depth);
        if (out == null) {
            standardOut.write(answer);
            standardOut.flush();
        } else {
            Files.write(out, answer);
        }
        return ExitCode.DONE;
    }

    private byte[] ofFile(Path file, int levels) throws IOException {
        FileAncestry ancestry = new FileAncestry(new Describing(SettingOptions.settings(spec)));
        return switch (format) {
            case text -> text(steps(ancestry, file, levels));
            case seed -> seed(document(ancestry, file));
            case json -> text(ProvJson.write(graph(ancestry, file, levels)));
            case provn -> text(ProvN.write(graph(ancestry, file, levels)));
            case dot -> text(ProvDot.write(graph(ancestry, file, levels), _ -> Optional.empty()));
            case svg ->
                text(ProvSvg.draw(
                        graph(ancestry, file, levels),
                        "How " + file.getFileName() + " was made",
                        _ -> Optional.empty()));
        };
    }

    private static ProvenanceDocument document(FileAncestry ancestry, Path file) throws IOException {
        return ancestry.document(file)
                .orElseThrow(() -> new CommandFailure(file + " tells nothing of how it was made"));
    }

    /// The steps of the file, then with `--depth` those of its inputs, each under the name of its file.
    private String steps(FileAncestry ancestry, Path file, int levels) throws IOException {
        StringBuilder text = new StringBuilder();
        ancestry.documents(file, document(ancestry, file), levels)
                .forEach((path, document) ->
                        text.append(text.isEmpty() ? "" : "\n" + path + "\n\n").append(ProvenanceText.write(document)));
        return text.toString();
    }

    private ProvGraph graph(FileAncestry ancestry, Path file, int levels) throws IOException {
        return ancestry.graph(file, document(ancestry, file), levels);
    }

    private byte[] seed(ProvenanceDocument document) {
        SeedForm.Written written = SeedForm.write(document);
        written.remarks().forEach(remark -> spec.commandLine().getErr().println("vo4he: " + remark));
        return text(written.json());
    }

    private byte[] ofDid() throws IOException {
        try (StateServer server = StateOption.server(spec)) {
            return switch (format) {
                case text, seed -> ofFileOf(server);
                case json, provn, dot, svg -> {
                    OptionalInt asked = depth == null ? OptionalInt.empty() : OptionalInt.of(depth);
                    yield bytes(server.get("/provenance?RESPONSEFORMAT=" + format.asked + "&ID=" + encoded(subject)
                            + (asked.isPresent() ? "&DEPTH=" + asked.getAsInt() : "")));
                }
            };
        }
    }

    /// Recipes are told by the product's own file, wherever it lies.
    private byte[] ofFileOf(StateServer server) throws IOException {
        Path copy = Files.createTempFile("vo4he-provenance", ".fits");
        try {
            Files.write(copy, bytes(server.get("/files?ID=" + encoded(subject))));
            return ofFile(copy, 1);
        } finally {
            Files.delete(copy);
        }
    }

    private static byte[] bytes(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readAllBytes();
            if (response.statusCode() >= GetCommand.FIRST_ERROR_STATUS) {
                String said = new String(bytes, StandardCharsets.UTF_8).strip();
                throw new CommandFailure("the server answered with status " + response.statusCode() + " to "
                        + response.uri().getPath() + (said.isEmpty() ? "" : ": " + said));
            }
            return bytes;
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
