// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Say more on standard error; show the stack trace of a failure.")
    private boolean verbose;

    private Vo4he() {}

    public static void main(String[] arguments) {
        CommandLine line = commandLine(System.in, System.out);
        int exitCode = line.execute(arguments);
        line.getOut().flush();
        System.exit(exitCode);
    }

    /// The whole command line.
    ///
    /// @param in standard input: requests as JSON Lines, where a command reads them
    /// @param out standard output: text in UTF-8 whatever the terminal's locale, and files as they are
    static CommandLine commandLine(InputStream in, OutputStream out) {
        Vo4he vo4he = new Vo4he();
        CommandLine line = new CommandLine(vo4he);
        add(line, "serve", new ServeCommand(), List.of(Setting.values()));
        add(line, "harvest", new HarvestCommand(), HARVEST_SETTINGS);
        add(line, "show", new ShowCommand(in), DESCRIBING);
        add(line, "check", new CheckCommand(in), DESCRIBING);
        add(line, "annotate", new AnnotateCommand(in), DESCRIBING);
        add(line, "strip", new StripCommand(in), List.of());
        add(line, "diff", new DiffCommand(), List.of());
        add(line, "profile", new ProfileCommand(), List.of());
        add(line, "provenance", new ProvenanceCommand(out), List.of(Setting.RULES, Setting.STATE));
        add(line, "query", new QueryCommand(out), List.of(Setting.STATE));
        add(line, "export", new ExportCommand(out), List.of(Setting.STATE));
        add(line, "get", new GetCommand(out), List.of(Setting.STATE));
        add(line, "backup", new BackupCommand(), List.of(Setting.STATE));
        add(line, "restore", new RestoreCommand(), List.of(Setting.STATE));
        add(line, "config", new ConfigCommand(), List.of(Setting.values()));
        line.addSubcommand("rehearse", new RehearseCommand());
        return line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(vo4he::execute)
                .setParameterExceptionHandler(Vo4he::sayWhatIsWrong)
                .setExecutionExceptionHandler(vo4he::sayWhatFailed);
    }

    /// @param settings those the subcommand has options for
    private static void add(CommandLine line, String name, Object command, List<Setting> settings) {
        CommandLine subcommand = new CommandLine(command);
        if (!settings.isEmpty()) {
            SettingOptions.addTo(subcommand, settings);
        }
        subcommand.getCommandSpec().usageMessage().abbreviateSynopsis(true);
        line.addSubcommand(name, subcommand);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    private int execute(ParseResult parsed) {
        Logging.verbose(verbose);
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
