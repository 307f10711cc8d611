// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vo4he.config.Configuration;
import org.vo4he.config.ConfigurationException;
import org.vo4he.config.Setting;
import org.vo4he.security.Identity;
import org.vo4he.security.Scope;
import org.vo4he.security.Token;
import org.vo4he.security.TokenFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `vo4he token`: who may have jobs run on a server.
@Command(
        name = "token",
        description = {
            "Give out tokens, list who has one, and take them back.",
            "A running server takes the changed file from its next request on. The file holds no token, only what tells"
                    + " one when it is shown; only its owner can read it."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  vo4he token create ann --tokens tokens",
            "  vo4he token create eve --scopes run,publish --tokens tokens",
            "  vo4he token list --config vo4he.yaml",
            "  vo4he token revoke ann --tokens tokens",
            "  vo4he serve /data/xmm --tokens tokens"
        })
final class TokenCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--tokens",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The file of tokens; without it the one that VO4HE_TOKENS or the settings file names.")
    private Path named;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Settings file (YAML); also by VO4HE_CONFIG.")
    private Path settings;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    @Command(
            name = "create",
            description = {
                "Make a token and print it: this is the only time that it can be seen.",
                "Scopes are query (asynchronous queries), run (making products again) and publish."
            })
    int create(
            @Parameters(paramLabel = "NAME", description = "Whose it is: letters, digits and . _ @ -") String name,
            @Option(
                            names = "--scopes",
                            split = ",",
                            defaultValue = "query,run",
                            paramLabel = "SCOPES",
                            description = "What its owner may do (default: query,run).")
                    List<Scope> scopes)
            throws IOException {
        Token token = Token.random();
        try {
            new TokenFile(file()).add(name, EnumSet.copyOf(scopes), token);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage(), e);
        } catch (IOException e) {
            throw unusable(e);
        }
        out().println(token.secret());
        return ExitCode.DONE;
    }

    @Command(name = "list", description = "Print the names and scopes, a line for each token; no token is shown.")
    int list() {
        for (Identity each : identities()) {
            out().println(String.format(Locale.ROOT, "%-24s %s", each.name(), words(each.scopes())));
        }
        return ExitCode.DONE;
    }

    @Command(name = "revoke", description = "Take back what a name has: it counts from the next request on.")
    int revoke(@Parameters(paramLabel = "NAME", description = "As 'list' shows it.") String name) {
        Set<String> names = identities().stream().map(Identity::name).collect(Collectors.toCollection(TreeSet::new));
        if (!names.contains(name)) {
            throw new CommandFailure("nobody called '" + name + "' has a token in " + file() + "; it has "
                    + (names.isEmpty() ? "none" : String.join(", ", names)));
        }
        try {
            new TokenFile(file()).revoke(name);
        } catch (IOException e) {
            throw unusable(e);
        }
        return ExitCode.DONE;
    }

    private List<Identity> identities() {
        if (!Files.exists(file())) {
            throw new CommandFailure("there is no file " + file() + "; 'vo4he token create' makes it");
        }
        try {
            return new TokenFile(file()).identities();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(","));
    }

    private Path file() {
        if (named != null) {
            return named;
        }
        try {
            return Configuration.of(SettingOptions.settingsFile(settings), System.getenv(), Map.of())
                    .path(Setting.TOKENS)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "which file? --tokens FILE names it, or 'tokens' in the settings file (--config)"));
        } catch (ConfigurationException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static CommandFailure unusable(IOException e) {
        return new CommandFailure("the file of tokens can't be used: " + FileWriting.reason(e), e);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
