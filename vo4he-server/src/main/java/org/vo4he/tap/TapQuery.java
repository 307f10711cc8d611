// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.vo4he.adql.AdqlChecker;
import org.vo4he.adql.AdqlException;
import org.vo4he.adql.AdqlParser;
import org.vo4he.adql.Catalogue;
import org.vo4he.adql.CheckedQuery;
import org.vo4he.adql.Dialect;
import org.vo4he.adql.OutputColumn;
import org.vo4he.adql.PrintedSql;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;
import org.vo4he.store.QueryLimits;
import org.vo4he.store.QueryRun;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.votable.Head;
import org.vo4he.votable.TableFormat;
import org.vo4he.votable.TableWriter;

/// A TAP query, from its parameters to the bytes of its table (TAP 1.1, section 2). The web and
/// the command line both come here. Safe on any thread.
public final class TapQuery {

    private static final Set<String> LANGUAGES = Set.of("ADQL", "ADQL-2.0", "ADQL-2.1");

    private final Store store;
    private final Dialect dialect;
    private final TapSettings settings;
    private final Catalogue catalogue;

    public TapQuery(Store store, Dialect dialect, TapSettings settings) {
        this.store = store;
        this.dialect = dialect;
        this.settings = settings;
        this.catalogue = StoreCatalogue.of(store.tapSchema());
    }

    /// Reads and checks the parameters; nothing runs yet.
    ///
    /// @param baseUrl what links in the answer start with; empty when there is no server
    /// @throws ServiceException when a parameter or the query is wrong, with what was found and expected where
    public Answer prepare(Parameters parameters, String baseUrl) {
        checkLanguage(parameters);
        if (!parameters.all("UPLOAD").isEmpty()) {
            throw new ServiceException.Usage("parameter UPLOAD: this service takes no table uploads");
        }
        String formatName = formatName(parameters);
        TableFormat format = TableFormat.named(formatName)
                .orElseThrow(() -> new ServiceException.Usage("parameter RESPONSEFORMAT: "
                        + Parameters.quoted(formatName) + " is not offered; choose votable, votable/b2, csv or tsv"));
        String text = queryText(parameters);
        long rows = rowLimit(parameters);
        CheckedQuery query = check(text);
        return new Answer(format, format.contentType(formatName), text, query, rows, baseUrl);
    }

    /// Runs a query to its end and keeps the rows, under the same limits as every other.
    ///
    /// @param maxRows at most so many are kept
    /// @throws ServiceException when the query is wrong or a limit is reached
    public QueryTable read(String adql, long maxRows, String baseUrl) {
        CheckedQuery query = check(adql);
        long limit = Math.min(maxRows, settings.maxRows());
        PrintedSql sql = dialect.print(query, limit + 1);
        List<List<Object>> rows = new ArrayList<>();
        try (QueryRun run = store.query(sql.sql(), sql.binds(), new QueryLimits(settings.queryTime(), baseUrl))) {
            while (run.next()) {
                if (rows.size() == limit) {
                    return table(query, rows, true);
                }
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < query.columns().size(); i++) {
                    row.add(run.get(i));
                }
                rows.add(row);
            }
            return table(query, rows, false);
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    /// Runs a query to its end and writes its table as the rows come: for protocols whose questions are ADQL inside.
    ///
    /// @param rowLimit at most so many rows; with 0 nothing runs, and the columns only are written
    /// @param head what that protocol makes of the head before the rows
    /// @param canceller is given what stops the query, to be called on any thread, before the query starts
    /// @throws ServiceException before the first byte is written, when the query fails at once
    public void write(
            String adql,
            long rowLimit,
            String baseUrl,
            UnaryOperator<Head> head,
            TableWriter writer,
            Consumer<Runnable> canceller)
            throws IOException {
        CheckedQuery query = check(adql);
        Head itsHead = head.apply(ResultHead.of(query.columns(), Map.of(), baseUrl));
        if (rowLimit == 0) {
            writer.begin(itsHead);
            writer.end();
            return;
        }
        run(query, itsHead, Math.min(rowLimit, settings.maxRows()), baseUrl, writer, canceller);
    }

    private void run(
            CheckedQuery query,
            Head head,
            long rowLimit,
            String baseUrl,
            TableWriter writer,
            Consumer<Runnable> canceller)
            throws IOException {
        PrintedSql sql = dialect.print(query, rowLimit + 1);
        try (QueryRun run = store.query(sql.sql(), sql.binds(), new QueryLimits(settings.queryTime(), baseUrl))) {
            canceller.accept(run::cancel);
            ResultRows rows = new ResultRows(run, writer, query.columns().size(), rowLimit);
            rows.write(head, "the answer has more than " + rowLimit + " rows");
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    private static QueryTable table(CheckedQuery query, List<List<Object>> rows, boolean overflow) {
        return new QueryTable(query.columns().stream().map(OutputColumn::name).toList(), rows, overflow);
    }

    private static void checkLanguage(Parameters parameters) {
        Optional<String> language = parameters.one("LANG");
        if (language.isPresent() && !LANGUAGES.contains(language.get().toUpperCase(Locale.ROOT))) {
            throw new ServiceException.Usage("parameter LANG: " + Parameters.quoted(language.get())
                    + " is not understood here; choose ADQL, ADQL-2.0 or ADQL-2.1");
        }
    }

    /// FORMAT is the name of TAP 1.0.
    private static String formatName(Parameters parameters) {
        return parameters
                .one("RESPONSEFORMAT")
                .or(() -> parameters.one("FORMAT"))
                .orElse("votable");
    }

    private String queryText(Parameters parameters) {
        String text = parameters
                .one("QUERY")
                .orElseThrow(() -> new ServiceException.Usage("parameter QUERY is missing: the ADQL to answer"));
        if (text.length() > settings.maxQueryChars()) {
            throw new ServiceException.Limit(
                    ServiceException.Kind.SIZE,
                    "parameter QUERY has %d characters, this service takes %d"
                            .formatted(text.length(), settings.maxQueryChars()));
        }
        return text;
    }

    private long rowLimit(Parameters parameters) {
        return Math.min(parameters.count("MAXREC").orElse(settings.defaultRows()), settings.maxRows());
    }

    private CheckedQuery check(String text) {
        try {
            return AdqlChecker.check(AdqlParser.parse(text), catalogue);
        } catch (AdqlException e) {
            throw new ServiceException.Usage(e.getMessage());
        }
    }

    /// A checked query, ready to run.
    public final class Answer {

        private final TableFormat format;
        private final String contentType;
        private final String text;
        private final CheckedQuery query;
        private final long rowLimit;
        private final String baseUrl;

        private Answer(
                TableFormat format,
                String contentType,
                String text,
                CheckedQuery query,
                long rowLimit,
                String baseUrl) {
            this.format = format;
            this.contentType = contentType;
            this.text = text;
            this.query = query;
            this.rowLimit = rowLimit;
            this.baseUrl = baseUrl;
        }

        public String contentType() {
            return contentType;
        }

        /// Runs the query and writes its table as the rows come.
        ///
        /// @param canceller is given what stops the query, to be called on any thread, before the query starts
        /// @throws ServiceException before the first byte is written, when the query fails at once
        public void writeTo(OutputStream out, Consumer<Runnable> canceller) throws IOException {
            writeTo(format.writer(out), canceller);
        }

        /// The same for an answer that nobody reads before it is whole.
        ///
        /// @throws ServiceException also when the query fails on its way
        void writeWholeTo(OutputStream out, Consumer<Runnable> canceller) throws IOException {
            writeTo(new WholeTableWriter(format.writer(out)), canceller);
        }

        private void writeTo(TableWriter writer, Consumer<Runnable> canceller) throws IOException {
            Map<String, String> infos = new LinkedHashMap<>();
            infos.put("QUERY", text);
            Head head = ResultHead.of(query.columns(), infos, baseUrl);
            if (rowLimit == 0) {
                writer.begin(head);
                writer.endWithOverflow("MAXREC=0 asks for the columns only");
                return;
            }
            run(query, head, rowLimit, baseUrl, writer, canceller);
        }
    }
}
