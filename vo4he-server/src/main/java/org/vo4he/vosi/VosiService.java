// SPDX-License-Identifier: Apache-2.0
package org.vo4he.vosi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Markup;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServiceException;
import org.vo4he.store.TapSchema;

/// `/tap/capabilities`, `/tap/availability`, `/tap/tables` and `/tap/tables/{name}`.
public final class VosiService implements Routes {

    private final TapSchema schema;
    private final SelfDescription itself;

    public VosiService(TapSchema schema, List<? extends Capability> capabilities) {
        this.schema = schema;
        List<Capability> all = new ArrayList<>(List.of(VosiService::tablesCapability));
        all.addAll(capabilities);
        this.itself = new SelfDescription("/tap", all);
    }

    @Override
    public void register(Router router) {
        itself.register(router);
        Router plain = router.errorsAs(ErrorStyle.TEXT);
        plain.get("/tap/tables", this::tables);
        plain.get("/tap/tables/{name}", this::table);
    }

    private static String tablesCapability(String baseUrl) {
        return SelfDescription.own("tables-1.1", " version=\"1.1\"", Markup.escape(baseUrl) + "/tap/tables");
    }

    private Response tables(Request request) {
        return Response.xml(TablesDocument.tableset(schema, detailed(request.parameters())));
    }

    private Response table(Request request) {
        String name = request.pathPart("name");
        TapSchema.TableRow table = schema.table(name)
                .orElseThrow(() -> new ServiceException.NotFound("there is no table " + Parameters.quoted(name)));
        return Response.xml(TablesDocument.table(schema, table));
    }

    /// VOSI 1.1, section 2.4: everything unless asked for less.
    private static boolean detailed(Parameters parameters) {
        String detail = parameters.one("detail").orElse("max").toLowerCase(Locale.ROOT);
        return switch (detail) {
            case "max" -> true;
            case "min" -> false;
            default ->
                throw new ServiceException.Usage(
                        "parameter DETAIL must be min or max, found " + Parameters.quoted(detail));
        };
    }
}
