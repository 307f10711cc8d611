// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.vo4he.config.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command `vo4he`. Its subcommands are the contents page of what vo4he does for a person at a terminal.
@Command(
        name = "vo4he",
        synopsisSubcommandLabel = "COMMAND",
        description = "From a folder of high-energy FITS files to a live Virtual Observatory service.",
        versionProvider = Vo4he.Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; there may be warnings",
            "1:done, with findings of severity error (with --strict: or warning)",
            "2:the command line is wrong",
            "3:failed or refused",
            "130:interrupted"
        })
public final class Vo4he implements Runnable {

    private static final List<Setting> DESCRIBING = List.of(Setting.RULES, Setting.PROFILES, Setting.CALIBRATION);

    private static final List<Setting> REMAKING =
            List.of(Setting.INPUTS, Setting.STEPS, Setting.STATE, Setting.RULES, Setting.PROFILES, Setting.CALIBRATION);

    private static final List<Setting> RUNNING =
            List.of(Setting.STEPS, Setting.RULES, Setting.PROFILES, Setting.CALIBRATION, Setting.STATE);

    private static final List<Setting> HARVEST_SETTINGS = List.of(
            Setting.STATE,
            Setting.RULES,
            Setting.PROFILES,
            Setting.COLLECTION,
            Setting.AUTHORITY,
            Setting.RESPONSES,
            Setting.THREADS,
            Setting.MEMORY_MB,
            Setting.CALIBRATION);

    /// They log nothing of their own, and are too short for loading what logs.
    private static final Set<String> FILE_COMMANDS = Set.of("show", "check", "annotate", "strip", "extract");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Say more on standard error; show the stack trace of a failure.")
    private boolean verbose;

    private Vo4he() {}

    public static void main(String[] arguments) {
        boolean known = arguments.length > 0
                && subcommands(System.in, System.out).stream().anyMatch(each -> each.name.equals(arguments[0]));
        CommandLine line = commandLine(System.in, System.out, known ? arguments[0] : "");
        int exitCode = line.execute(arguments);
        line.getOut().flush();
        System.exit(exitCode);
    }

    /// The whole command line.
    ///
    /// @param in standard input: requests as JSON Lines, where a command reads them
    /// @param out standard output: text in UTF-8 whatever the terminal's locale, and files as they are
    static CommandLine commandLine(InputStream in, OutputStream out) {
        return commandLine(in, out, "");
    }

    /// @param only the subcommand that is wanted: making them all takes a while, which a short command would feel;
    ///     empty for all
    private static CommandLine commandLine(InputStream in, OutputStream out, String only) {
        Vo4he vo4he = new Vo4he();
        CommandLine line = new CommandLine(vo4he);
        for (Subcommand subcommand : subcommands(in, out)) {
            if (subcommand.name.equals(only) || only.isEmpty()) {
                subcommand.addTo(line);
            }
        }
        return line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(vo4he::execute)
                .setParameterExceptionHandler(Vo4he::sayWhatIsWrong)
                .setExecutionExceptionHandler(vo4he::sayWhatFailed);
    }

    /// A row of the contents page.
    ///
    /// @param settings those the subcommand has options for
    private record Subcommand(String name, Supplier<Object> command, List<Setting> settings) {

        void addTo(CommandLine line) {
            CommandLine subcommand = new CommandLine(command.get());
            if (!settings.isEmpty()) {
                SettingOptions.addTo(subcommand, settings);
            }
            subcommand.getCommandSpec().usageMessage().abbreviateSynopsis(true);
            line.addSubcommand(name, subcommand);
        }
    }

    private static List<Subcommand> subcommands(InputStream in, OutputStream out) {
        return List.of(
                new Subcommand("serve", ServeCommand::new, List.of(Setting.values())),
                new Subcommand("harvest", HarvestCommand::new, HARVEST_SETTINGS),
                new Subcommand("show", () -> new ShowCommand(in), DESCRIBING),
                new Subcommand("check", () -> new CheckCommand(in), DESCRIBING),
                new Subcommand("annotate", () -> new AnnotateCommand(in), DESCRIBING),
                new Subcommand("strip", () -> new StripCommand(in), List.of()),
                new Subcommand("extract", ExtractCommand::new, DESCRIBING),
                new Subcommand("reprocess", ReprocessCommand::new, REMAKING),
                new Subcommand("verify", VerifyCommand::new, REMAKING),
                new Subcommand("run", RunCommand::new, RUNNING),
                new Subcommand("diff", DiffCommand::new, List.of(Setting.STATE)),
                new Subcommand("profile", ProfileCommand::new, List.of()),
                new Subcommand("provenance", () -> new ProvenanceCommand(out), List.of(Setting.RULES, Setting.STATE)),
                new Subcommand("query", () -> new QueryCommand(out), List.of(Setting.STATE)),
                new Subcommand("export", () -> new ExportCommand(out), List.of(Setting.STATE)),
                new Subcommand("get", () -> new GetCommand(out), List.of(Setting.STATE)),
                new Subcommand("backup", BackupCommand::new, List.of(Setting.STATE)),
                new Subcommand("restore", RestoreCommand::new, List.of(Setting.STATE)),
                new Subcommand("token", TokenCommand::new, List.of()),
                new Subcommand("config", ConfigCommand::new, List.of(Setting.values())),
                new Subcommand("rehearse", RehearseCommand::new, List.of()));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    private int execute(ParseResult parsed) {
        boolean logs = parsed.hasSubcommand()
                && !FILE_COMMANDS.contains(parsed.subcommand().commandSpec().name());
        if (verbose || logs) {
            Logging.verbose(verbose);
        } else {
            Logging.quiet();
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int sayWhatIsWrong(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("vo4he: " + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.USAGE;
    }

    private int sayWhatFailed(Exception failure, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        err.println("vo4he: " + (failure instanceof CommandFailure ? failure.getMessage() : "unexpected: " + failure));
        if (verbose) {
            failure.printStackTrace(err);
        }
        err.flush();
        return ExitCode.FAILED;
    }

    /// The jar's; run from loose classes, vo4he says so.
    static String version() {
        return Objects.requireNonNullElse(Vo4he.class.getPackage().getImplementationVersion(), "(not packaged)");
    }

    /// What `--version` prints.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "vo4he " + version(),
                "Java " + Runtime.version().feature() + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch")
            };
        }
    }
}
