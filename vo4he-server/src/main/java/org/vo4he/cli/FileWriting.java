// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.NotFitsException;
import org.vo4he.votags.WriteReport;
import picocli.CommandLine;

/// Runs `annotate` or `strip` over files, says what became of each, and goes on past one that can't be written.
final class FileWriting {

    /// What is done with one file.
    @FunctionalInterface
    interface Step {
        WriteReport write(Path in, Path out) throws IOException, NotFitsException;
    }

    private final PrintWriter out;
    private final PrintWriter err;
    private final FindingTally tally;
    private boolean failed;

    FileWriting(CommandLine line, boolean strict) {
        this.out = line.getOut();
        this.err = line.getErr();
        this.tally = new FindingTally(strict);
    }

    /// @return the exit code
    int run(Map<Path, Path> targets, Step step) {
        targets.forEach((in, target) -> one(in, target, step));
        return failed ? ExitCode.FAILED : tally.exitCode();
    }

    private void one(Path in, Path target, Step step) {
        try {
            Describing.requireFile(in);
            WriteReport report = step.write(in, target);
            tell(report.findings());
            switch (report.outcome()) {
                case WRITTEN -> out.println(target + ": written");
                case UNCHANGED -> out.println(target + ": already so");
                case REFUSED -> fail(in + ": refused");
            }
        } catch (NotFitsException e) {
            fail(in + ": " + e.getMessage());
        } catch (IOException e) {
            fail(sentence(in, e));
        } catch (SkippedFileException e) {
            skip(e.getMessage());
        } catch (UnwrittenFileException e) {
            tell(e.findings());
            fail(e.getMessage());
        } catch (CommandFailure e) {
            fail(e.getMessage());
        }
    }

    /// Shows findings, and counts them for the exit code.
    void tell(List<Finding> findings) {
        findings.forEach(err::println);
        tally.add(findings);
    }

    /// Why something could not be made: Java's own messages of these are the path alone.
    static String reason(IOException why) {
        return switch (why) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileAlreadyExistsException other -> other.getFile() + " is no folder";
            case NotDirectoryException other -> other.getFile() + " is no folder";
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case CharacterCodingException _ -> "it is no text in UTF-8";
            default -> why.getMessage();
        };
    }

    /// Why a file could not be read.
    static String sentence(Path file, IOException why) {
        return switch (why) {
            case NoSuchFileException _ -> "there is no file " + file;
            case AccessDeniedException denied -> file + ": no permission for " + denied.getFile();
            default -> file + ": " + why;
        };
    }

    private void skip(String sentence) {
        tally.addWarning();
        err.println("vo4he: " + sentence);
    }

    private void fail(String sentence) {
        failed = true;
        err.println("vo4he: " + sentence);
    }
}
