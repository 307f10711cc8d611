// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.vo4he.adql.Dialect;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServiceException;
import org.vo4he.store.Store;
import org.vo4he.votable.JsonLinesWriter;
import org.vo4he.votable.TableFormat;
import org.vo4he.votable.TableWriter;

/// `POST /api/export`: all rows of a table, without the limits of public queries; needs the server's token, as changes
/// do. Rows are sent as they come. `TABLE` is a name of TAP_SCHEMA, `WHERE` a condition in ADQL, `FORMAT` one of
/// votable, csv and jsonl; with `LINKS=no` no address of this server is in the rows.
public final class ExportService implements Routes {

    private static final int AT_ONCE = 2;
    private static final long ALL_ROWS = 1L << 50;
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Store store;
    private final TapQuery queries;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public ExportService(Store store, Dialect dialect) {
        this.store = store;
        this.queries = new TapQuery(store, dialect, TapSettings.of(ALL_ROWS, LONGEST));
    }

    @Override
    public void register(Router router) {
        router.errorsAs(ErrorStyle.TEXT).change("/api/export", this::export);
    }

    private Response export(Request request) {
        Parameters parameters = request.parameters();
        String adql = adql(parameters);
        Form form = form(parameters.one("FORMAT").orElse("votable"));
        String baseUrl = parameters.one("LINKS").filter("no"::equals).isPresent() ? "" : request.baseUrl();
        return Response.stream(form.mediaType(), out -> {
            if (!places.tryAcquire()) {
                throw new ServiceException.Limit(
                        ServiceException.Kind.LOAD, AT_ONCE + " tables are being exported already");
            }
            try {
                queries.write(
                        adql, ALL_ROWS, baseUrl, UnaryOperator.identity(), form.writer(out), request::onDisconnect);
            } finally {
                places.release();
            }
        });
    }

    /// A form of the answer.
    private interface Form {
        String mediaType();

        TableWriter writer(OutputStream out) throws IOException;
    }

    private static Form form(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "votable" -> form(TableFormat.BINARY2);
            case "csv" -> form(TableFormat.CSV);
            case "jsonl" ->
                new Form() {
                    @Override
                    public String mediaType() {
                        return JsonLinesWriter.MEDIA_TYPE;
                    }

                    @Override
                    public TableWriter writer(OutputStream out) throws IOException {
                        return new JsonLinesWriter(out);
                    }
                };
            default ->
                throw new ServiceException.Usage("parameter FORMAT: " + Parameters.quoted(word)
                        + " is not offered; choose votable, csv or jsonl");
        };
    }

    private static Form form(TableFormat format) {
        return new Form() {
            @Override
            public String mediaType() {
                return format.mediaType();
            }

            @Override
            public TableWriter writer(OutputStream out) {
                return format.writer(out);
            }
        };
    }

    private String adql(Parameters parameters) {
        String name = parameters.one("TABLE").orElse("ivoa.obscore");
        String table = store.tapSchema()
                .table(name)
                .orElseThrow(() -> new ServiceException.NotFound("there is no table " + Parameters.quoted(name)
                        + "; the query SELECT table_name FROM tap_schema.tables names all"))
                .qualifiedName();
        return "SELECT * FROM " + table
                + parameters
                        .one("WHERE")
                        .map(condition -> " WHERE " + condition)
                        .orElse("");
    }
}
