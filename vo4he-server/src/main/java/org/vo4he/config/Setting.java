// SPDX-License-Identifier: Apache-2.0
package org.vo4he.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.harvest.HarvestSettings;

/// Everything that can be set, once: command-line options, environment variables, the settings file and the reference
/// page are made from this table.
///
/// Each constant reads: form, default (empty: none), the word for its value, meaning.
public enum Setting {
    HOST(Form.TEXT, "127.0.0.1", "HOST", "Address to listen on."),
    PORT(Form.WHOLE, "8080", "PORT", "Port to listen on; 0 takes a free one."),
    BASE_URL(Form.WEB_ADDRESS, "", "URL", "Where the world sees the server; without it, links follow the Host header."),
    STATE(Form.TEXT, "", "DIR", "Folder of the database; serve and harvest have one for each published folder."),
    RULES(Form.TEXT, "", "FILE", "Rules file (YAML): the archivist's words, which win over tags and inference."),
    CALIBRATION(
            Form.FOLDERS,
            "",
            "DIR",
            "Folder of calibration files that products name; may be repeated, as a list in the file, with ':' between elsewhere."),
    INPUTS(
            Form.FOLDERS,
            "",
            "DIR",
            "Folder that inputs of products made again may come from, besides the archive; RECORDED=DIR: those recorded below RECORDED lie below DIR. May be repeated, like calibration."),
    PROFILES(
            Form.TEXT, "", "DIR", "Folder of product profiles: defaults, validation, and which product is the newest."),
    STEPS(Form.TEXT, "", "FILE", "File of programs (YAML) that steps may run besides those that are built in."),
    COLLECTION(Form.TEXT, "", "NAME", "obs_collection where no file states one; by default the folder's name."),
    TITLE(Form.TEXT, "High-energy archive", "TEXT", "Title of the web pages."),
    AUTHORITY(Form.AUTHORITY, HarvestSettings.UNREGISTERED_AUTHORITY, "NAME", "IVOA authority in publisher DIDs."),
    RESPONSES(Form.RESPONSES, "linked", "WHEN", "Responses: 'linked' from their products, or 'rows' of ObsCore too."),
    THREADS(Form.WHOLE, "0", "N", "Files read at once during a harvest; 0: one for each processor."),
    MEMORY_MB(Form.WHOLE, "128", "MB", "Memory the database may use, in megabytes."),
    MAX_ROWS(Form.WHOLE, "100000", "N", "Most rows an answer may have, whatever MAXREC asks for."),
    QUERY_SECONDS(Form.WHOLE, "60", "S", "A query that runs longer is stopped."),
    JOBS(Form.POSITIVE, "2", "N", "Jobs that run at one time."),
    JOBS_WAITING(Form.POSITIVE, "1000", "N", "Most jobs that wait; a tenth of them, of one owner."),
    JOB_SECONDS(Form.POSITIVE, "600", "S", "A job that runs longer is stopped."),
    JOB_DAYS(Form.POSITIVE, "7", "D", "Days that the results of a job are kept, unless its owner says otherwise."),
    JOB_MB(
            Form.POSITIVE,
            "1000",
            "MB",
            "Most megabytes that one job may write; the results of all jobs, ten times that."),
    ANONYMOUS_JOBS(
            Form.ANONYMOUS,
            "queries",
            "WHICH",
            "What callers without a token may have done: 'none', asynchronous 'queries', also 'runs' of steps, or 'all': publishing too."),
    TOKENS(
            Form.TEXT,
            "",
            "FILE",
            "File of tokens: a line 'NAME SCOPES sha256:HEX' for each; scopes: query,run,publish."),
    PUBLISHED(
            Form.TEXT,
            "",
            "DIR",
            "Folder in which products that were remade here are published; by default 'published' in the state folder."),
    FEED_EVENTS(Form.POSITIVE, "1000000", "N", "Newest events of /events that are kept."),
    EVENT_CLIENTS(Form.POSITIVE, "100", "N", "Clients that may wait for events at one time."),
    WEBHOOK(
            Form.WEB_ADDRESS,
            "",
            "URL",
            "Address that every event of the feed is sent to, by POST, until it is taken."),
    WEBHOOK_SECRET(Form.TEXT, "", "FILE", "File with the secret that signs what is sent there (HMAC-SHA256)."),
    WATCH(
            Form.WATCH,
            "off",
            "HOW",
            "Take what arrives in the folder while serving: 'on', 'off', or 'poll': look, don't listen."),
    WATCH_QUIET(Form.POSITIVE, "1", "S", "A file is taken when it is whole and did not change for S seconds."),
    WATCH_PATIENCE(
            Form.POSITIVE, "300", "S", "A file that is not whole is taken when it did not change for S seconds."),
    WATCH_LOOK(Form.POSITIVE, "10", "S", "Seconds between looks over the folder where the system tells of no changes."),
    WATCH_PASS(Form.POSITIVE, "600", "S", "Seconds between looks over the folder where it does, for safety."),
    ACCESS_LOG(
            Form.ACCESS_LOG,
            "file",
            "WHERE",
            "A line for each request: 'file' in the state folder, 'stdout' or 'off'."),
    ACCESS_LOG_FORMAT(Form.LOG_FORMAT, "combined", "FORM", "Form of these lines: 'combined' or 'json'."),
    ACCESS_LOG_MB(Form.WHOLE, "50", "MB", "Most megabytes that the access log's files take together."),
    METRICS(Form.METRICS, "auto", "WHEN", "/metrics: 'on', 'off', or 'auto': on a server for this machine only."),
    PREVIEW_CACHE_MB(Form.WHOLE, "512", "MB", "Disk that drawn previews may use, in megabytes; 0 keeps none."),
    ZIP_FILES(Form.POSITIVE, "1000", "N", "Most files in the zip of a selection."),
    ZIP_MB(Form.POSITIVE, "10000", "MB", "Most megabytes of the files in the zip of a selection.");

    private enum Form {
        TEXT("text"),
        FOLDERS("one or more folders"),
        WHOLE("a whole number that is not negative"),
        POSITIVE("a whole number above 0"),
        WEB_ADDRESS("an address like https://archive.example.org/vo"),
        AUTHORITY("three or more letters, digits, . _ ~ - like archive.example.org"),
        RESPONSES("linked", "rows"),
        ACCESS_LOG("file", "stdout", "off"),
        LOG_FORMAT("combined", "json"),
        METRICS("auto", "on", "off"),
        ANONYMOUS("none", "queries", "runs", "all"),
        WATCH("off", "on", "poll");

        private final String wanted;
        private final List<String> choices;

        Form(String wanted) {
            this.wanted = wanted;
            this.choices = List.of();
        }

        /// One of some words.
        Form(String first, String... others) {
            this.choices =
                    Stream.concat(Stream.of(first), Arrays.stream(others)).toList();
            this.wanted = "'" + String.join("' or '", choices) + "'";
        }

        private boolean accepts(String value) {
            return switch (this) {
                case TEXT, FOLDERS -> !value.isBlank();
                case WHOLE -> value.matches("[0-9]{1,9}");
                case POSITIVE -> value.matches("0*[1-9][0-9]{0,8}");
                case WEB_ADDRESS -> isWebAddress(value);
                case AUTHORITY -> value.matches(HarvestSettings.AUTHORITY);
                case RESPONSES, ACCESS_LOG, LOG_FORMAT, METRICS, ANONYMOUS, WATCH -> choices.contains(value);
            };
        }
    }

    private final Form form;
    private final String fallback;
    private final String valueName;
    private final String meaning;

    Setting(Form form, String fallback, String valueName, String meaning) {
        this.form = form;
        this.fallback = fallback;
        this.valueName = valueName;
        this.meaning = meaning;
    }

    /// As written in the settings file: `base-url`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The option of the command line: `--base-url`.
    public String option() {
        return "--" + id();
    }

    /// The environment variable: `VO4HE_BASE_URL`.
    public String variable() {
        return "VO4HE_" + name();
    }

    /// The value that holds when nobody sets one.
    public Optional<String> fallback() {
        return fallback.isEmpty() ? Optional.empty() : Optional.of(fallback);
    }

    /// The value that the option alone, without one, stands for.
    public Optional<String> bare() {
        return this == WATCH ? Optional.of("on") : Optional.empty();
    }

    /// The word that stands for the value in help texts.
    public String valueName() {
        return valueName;
    }

    /// One sentence.
    public String meaning() {
        return meaning;
    }

    /// Whether it may have several values.
    public boolean takesSeveral() {
        return form == Form.FOLDERS;
    }

    static Optional<Setting> named(String id) {
        return Arrays.stream(values())
                .filter(setting -> setting.id().equals(id))
                .findFirst();
    }

    /// @throws ConfigurationException naming the setting, where its value came from, the value, and what is wanted
    void check(String value, Source source) throws ConfigurationException {
        if (!form.accepts(value)) {
            throw new ConfigurationException(
                    "%s: %s takes %s, not '%s'".formatted(source.where(), id(), form.wanted, value));
        }
    }

    private static boolean isWebAddress(String value) {
        try {
            URI uri = new URI(value);
            return uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
