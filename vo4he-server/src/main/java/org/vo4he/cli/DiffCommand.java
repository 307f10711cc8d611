// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vo4he.config.Settings;
import org.vo4he.diff.Comparison;
import org.vo4he.diff.Difference;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.NotFitsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he diff`: what two products differ in.
@Command(
        name = "diff",
        description = "Tell what two FITS files differ in: provenance, headers, tags, data. Exit code 1 when they do.",
        footer = {
            "",
            "HDUs are paired by EXTNAME and EXTVER; data are compared as physical values, in constant memory.",
            "",
            "Examples:",
            "  vo4he diff spectrum.fits reprocessed.fits",
            "  vo4he diff --ignore DATE --ignore 'HISTORY' a.fits b.fits",
            "  vo4he diff --tags-apart --json a.fits b.fits",
            "  vo4he diff 'ivo://vo4he.local/x?spectrum.fits' again/spectrum.fits --state S"
        })
final class DiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "A file, plain or gzip, or with --state a publisher DID.")
    private String first;

    @Parameters(index = "1", paramLabel = "B", description = "Another.")
    private String second;

    @Option(
            names = "--ignore",
            paramLabel = "KEYWORD",
            description = "Pass over this keyword in all headers; may be given several times, * and ? allowed.")
    private List<String> ignored = List.of();

    @Option(names = "--tags-apart", description = "Leave tags and provenance (VO-TAGS) out of the comparison.")
    private boolean tagsApart;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        Settings settings = SettingOptions.settings(spec);
        try (OpenedArchive archive = archive(settings)) {
            Path one = new FileOrDid(first).in(archive.inputs(), settings, spec);
            Path other = new FileOrDid(second).in(archive.inputs(), settings, spec);
            return told(one, other);
        }
    }

    /// Nothing is opened for two files.
    private OpenedArchive archive(Settings settings) {
        return new FileOrDid(first).isDid() || new FileOrDid(second).isDid()
                ? OpenedArchive.of(settings)
                : OpenedArchive.NONE;
    }

    private int told(Path one, Path other) {
        Describing.requireFile(one);
        Describing.requireFile(other);
        Set<String> keywords = ignored.stream()
                .map(keyword -> keyword.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        List<Difference> differences = compare(one, other, new Comparison.Options(keywords, tagsApart));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(DifferenceText.json(one, other, differences));
        } else {
            DifferenceText.print(one, other, differences, out);
        }
        return differences.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static List<Difference> compare(Path one, Path other, Comparison.Options options) {
        try (FitsFile a = open(one);
                FitsFile b = open(other)) {
            return new Comparison(a, b, options).differences();
        } catch (IOException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private static FitsFile open(Path file) {
        try {
            return FitsFile.open(file);
        } catch (IOException | NotFitsException e) {
            throw new CommandFailure(file + " can't be read as FITS: " + e.getMessage(), e);
        }
    }
}
