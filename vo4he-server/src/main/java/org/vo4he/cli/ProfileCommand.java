// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.NotFitsException;
import org.vo4he.profile.ProductIdentity;
import org.vo4he.profile.ProductProfile;
import org.vo4he.profile.ProfileException;
import org.vo4he.profile.ProfileForm;
import org.vo4he.profile.ProfileMatch;
import org.vo4he.profile.ProfileReader;
import org.vo4he.profile.ProfileWriter;
import org.vo4he.profile.Profiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he profile`: definitions of product profiles.
@Command(
        name = "profile",
        description = "Read, write and try product profiles: defaults, keywords and versions of products of one kind.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  vo4he profile import sdb_upload_Obscore.json > profiles/svom.yaml",
            "  vo4he profile export profiles/svom.yaml --form seed",
            "  vo4he profile validate --profiles profiles spectrum.fits",
            "  vo4he profile list profiles"
        })
final class ProfileCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    @Command(name = "import", description = "Write a definition (the seed's JSON, or product cards) as vo4he's YAML.")
    int importForm(@Parameters(paramLabel = "FILE", description = "The definition.") Path file) {
        ProfileReader.Read read = read(file);
        read.remarks().forEach(remark -> spec.commandLine().getErr().println("vo4he: " + remark));
        if (read.profiles().size() != 1) {
            throw new CommandFailure(file.getFileName() + " defines "
                    + read.profiles().size() + " profiles; a file of vo4he's form holds one");
        }
        if (fitsNothing(read.profiles().getFirst())) {
            spec.commandLine()
                    .getErr()
                    .println("vo4he: " + file.getFileName()
                            + " names no card: add 'card' or 'match' to say which files the profile is of");
        }
        out().print(ProfileWriter.write(read.profiles().getFirst(), ProfileForm.OWN));
        out().flush();
        return read.remarks().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    @Command(name = "export", description = "Write a definition in another form.")
    int export(
            @Parameters(paramLabel = "FILE", description = "The definition, in any form.") Path file,
            @Option(
                            names = "--form",
                            required = true,
                            paramLabel = "FORM",
                            description = "own, seed (sdb_upload_Obscore.json) or card (product card of SVOM).")
                    ProfileForm form) {
        ProductProfile profile = read(file).profiles().getFirst();
        List<String> lost = ProfileWriter.lost(profile, form);
        lost.forEach(what -> spec.commandLine().getErr().println("vo4he: the form has no place for " + what));
        out().print(ProfileWriter.write(profile, form));
        out().flush();
        return ExitCode.DONE;
    }

    @Command(name = "validate", description = "Tell what files do not keep of their profiles.")
    int validate(
            @Option(
                            names = "--profiles",
                            required = true,
                            paramLabel = "DIR",
                            description = "Folder of definitions, or one definition.")
                    Path profiles,
            @Option(names = "--strict", description = "Warnings too make the exit code 1.") boolean strict,
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, plain or gzip.") List<Path> files) {
        Profiles known = profiles(profiles);
        FindingTally tally = new FindingTally(strict);
        for (Path file : files) {
            Describing.requireFile(file);
            try (FitsFile fits = FitsFile.open(file)) {
                known.match(fits).ifPresentOrElse(match -> validate(match, tally), () -> {
                    tally.addWarning();
                    out().println(file + ": no profile fits");
                });
            } catch (IOException | NotFitsException e) {
                throw new CommandFailure(file + " can't be read as FITS: " + e.getMessage(), e);
            }
        }
        return tally.exitCode();
    }

    private void validate(ProfileMatch match, FindingTally tally) {
        List<Finding> findings = match.findings();
        ProductIdentity identity = match.identity();
        String key = identity.key().isEmpty() ? "" : ", " + identity.card() + " " + identity.key();
        out().println(match.file().path() + ": " + identity.profile() + key
                + (findings.isEmpty() ? ", no findings" : ""));
        findings.forEach(finding -> out().println("  " + finding));
        tally.add(findings);
    }

    @Command(name = "list", description = "List the profiles of a folder.")
    int list(@Parameters(paramLabel = "DIR", description = "Folder of definitions.") Path folder) {
        for (ProductProfile profile : profiles(folder).all()) {
            String cards = profile.cards().isEmpty() ? "" : " CARD " + String.join(", ", profile.cards());
            String match = profile.match().isEmpty() ? "" : " files " + profile.match();
            String files = fitsNothing(profile) ? " no files, for it has neither card nor match" : cards + match;
            out().println(profile.name() + ":" + files + "; "
                    + profile.keywords().size() + " keywords, "
                    + profile.allDefaults().size() + " defaults, "
                    + profile.searchable().size() + " for search");
        }
        return ExitCode.DONE;
    }

    private static boolean fitsNothing(ProductProfile profile) {
        return profile.cards().isEmpty() && profile.match().isEmpty();
    }

    private static Profiles profiles(Path path) {
        try {
            return Files.isDirectory(path)
                    ? Profiles.read(path)
                    : Profiles.of(ProfileReader.read(path).profiles());
        } catch (ProfileException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private static ProfileReader.Read read(Path file) {
        Describing.requireFile(file);
        try {
            return ProfileReader.read(file);
        } catch (ProfileException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
