// SPDX-License-Identifier: Apache-2.0
package org.vo4he.vosi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Markup;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;

/// What one service says of itself (VOSI 1.1): `capabilities` and `availability` below its path.
public final class SelfDescription implements Routes {

    private final String path;
    private final List<Capability> capabilities;
    private final Instant upSince = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /// @param path of the service, `/tap`
    /// @param capabilities what it can do, but for these two
    public SelfDescription(String path, List<? extends Capability> capabilities) {
        this.path = path;
        this.capabilities = List.copyOf(capabilities);
    }

    @Override
    public void register(Router router) {
        Router plain = router.errorsAs(ErrorStyle.TEXT);
        plain.get(path + "/capabilities", request -> Response.xml(capabilities(request.baseUrl())));
        plain.get(path + "/availability", _ -> Response.xml(availability()));
    }

    private String capabilities(String baseUrl) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <vosi:capabilities xmlns:vosi="http://www.ivoa.net/xml/VOSICapabilities/v1.0"
                  xmlns:vr="http://www.ivoa.net/xml/VOResource/v1.0"
                  xmlns:vs="http://www.ivoa.net/xml/VODataService/v1.1"
                  xmlns:tr="http://www.ivoa.net/xml/TAPRegExt/v1.0"
                  xmlns:cs="http://www.ivoa.net/xml/ConeSearch/v1.0"
                  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                %s%s</vosi:capabilities>
                """.formatted(
                        ownCapabilities(Markup.escape(baseUrl)),
                        capabilities.stream().map(each -> each.xml(baseUrl)).collect(Collectors.joining()));
    }

    private String ownCapabilities(String base) {
        return own("capabilities", "", base + path + "/capabilities")
                + own("availability", "", base + path + "/availability");
    }

    /// A capability that VOSI itself defines.
    static String own(String standard, String version, String url) {
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
}
