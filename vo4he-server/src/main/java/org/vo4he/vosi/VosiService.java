// SPDX-License-Identifier: Apache-2.0
package org.vo4he.vosi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
    private final List<Capability> capabilities;
    private final Instant upSince = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    public VosiService(TapSchema schema, List<? extends Capability> capabilities) {
        this.schema = schema;
        this.capabilities = List.copyOf(capabilities);
    }

    @Override
    public void register(Router router) {
        Router plain = router.errorsAs(ErrorStyle.TEXT);
        plain.get("/tap/capabilities", request -> Response.xml(capabilities(request.baseUrl())));
        plain.get("/tap/availability", _ -> Response.xml(availability()));
        plain.get("/tap/tables", this::tables);
        plain.get("/tap/tables/{name}", this::table);
    }

    private String capabilities(String baseUrl) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <vosi:capabilities xmlns:vosi="http://www.ivoa.net/xml/VOSICapabilities/v1.0"
                  xmlns:vr="http://www.ivoa.net/xml/VOResource/v1.0"
                  xmlns:vs="http://www.ivoa.net/xml/VODataService/v1.1"
                  xmlns:tr="http://www.ivoa.net/xml/TAPRegExt/v1.0"
                  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                %s%s</vosi:capabilities>
                """.formatted(
                        ownCapabilities(Markup.escape(baseUrl)),
                        capabilities.stream().map(each -> each.xml(baseUrl)).collect(Collectors.joining()));
    }

    private static String ownCapabilities(String base) {
        return own("capabilities", "", base + "/tap/capabilities")
                + own("availability", "", base + "/tap/availability")
                + own("tables-1.1", " version=\"1.1\"", base + "/tap/tables");
    }

    private static String own(String standard, String version, String url) {
        return """
                 <capability standardID="ivo://ivoa.net/std/VOSI#%s">
                  <interface xsi:type="vs:ParamHTTP" role="std"%s><accessURL use="full">%s</accessURL></interface>
                 </capability>
                """.formatted(standard, version, url);
    }

    private String availability() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <vosi:availability xmlns:vosi="http://www.ivoa.net/xml/VOSIAvailability/v1.0">
                 <vosi:available>true</vosi:available>
                 <vosi:upSince>%s</vosi:upSince>
                </vosi:availability>
                """.formatted(upSince);
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
