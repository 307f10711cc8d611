// SPDX-License-Identifier: Apache-2.0
package org.vo4he.datalink;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Markup;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServiceException;
import org.vo4he.reprocess.Remake;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.votable.Head;
import org.vo4he.votable.ServiceDescriptor;
import org.vo4he.votable.TableFormat;
import org.vo4he.votable.TableWriter;

/// `/datalink/links` (DataLink 1.1, section 2): for each ID what belongs to it, or why there is nothing.
public final class LinksService implements Routes {

    private static final String PATH = "/datalink/links";
    private static final String STANDARD = "ivo://ivoa.net/std/DataLink#links-1.1";
    private static final String CONTENT_TYPE = "application/x-votable+xml;content=datalink";
    private static final Set<String> FORMATS =
            Set.of(CONTENT_TYPE, "application/x-votable+xml", "text/xml", "votable", "votable/td");

    /// IDs beyond this number are left out, with the overflow mark.
    static final int MAX_IDS = 1000;

    private final Store store;
    private final Function<String, Optional<Remake>> remakes;

    /// Of an archive that makes nothing again.
    public LinksService(Store store) {
        this(store, _ -> Optional.empty());
    }

    /// @param remakes how a product can be made again, by its provenance JSON
    public LinksService(Store store, Function<String, Optional<Remake>> remakes) {
        this.store = store;
        this.remakes = remakes;
    }

    @Override
    public void register(Router router) {
        router.errorsAs(ErrorStyle.VOTABLE).query(PATH, this::links);
    }

    /// What the service says of itself among the capabilities.
    public String capability(String baseUrl) {
        return """
                 <capability standardID="%s">
                  <interface xsi:type="vs:ParamHTTP" role="std" version="1.1">
                   <accessURL use="base">%s%s</accessURL>
                   <queryType>GET</queryType>
                   <queryType>POST</queryType>
                   <resultType>%s</resultType>
                   <param use="optional" std="true"><name>ID</name><ucd>meta.id;meta.main</ucd><dataType>string</dataType></param>
                   <param use="optional" std="true"><name>RESPONSEFORMAT</name><dataType>string</dataType></param>
                  </interface>
                 </capability>
                """.formatted(STANDARD, Markup.escape(baseUrl), PATH, CONTENT_TYPE);
    }

    private Response links(Request request) {
        Parameters parameters = request.parameters();
        checkFormat(parameters);
        List<String> ids = parameters.all("ID").stream().distinct().toList();
        return Response.stream(CONTENT_TYPE, out -> write(ids, request.baseUrl(), out));
    }

    private static void checkFormat(Parameters parameters) {
        String format = parameters
                .one("RESPONSEFORMAT")
                .orElse(CONTENT_TYPE)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
            throw new ServiceException.Usage("parameter RESPONSEFORMAT: " + Parameters.quoted(format)
                    + " is not offered; links come as " + CONTENT_TYPE);
        }
    }

    private void write(List<String> ids, String baseUrl, OutputStream out) throws IOException {
        Links.Answer answer = answer(ids.subList(0, Math.min(ids.size(), MAX_IDS)), baseUrl);
        TableWriter writer = TableFormat.VOTABLE.writer(out);
        List<ServiceDescriptor> services = ids.isEmpty() ? List.of(itself(baseUrl)) : answer.services();
        writer.begin(new Head(Link.FIELDS, infos(answer), List.of(), services));
        for (Link link : answer.rows()) {
            writer.row(link.cells());
        }
        if (ids.size() > MAX_IDS) {
            writer.endWithOverflow("%d IDs were given, %d are answered at once".formatted(ids.size(), MAX_IDS));
        } else {
            writer.end();
        }
    }

    private Links.Answer answer(List<String> ids, String baseUrl) {
        try {
            return new Links(store.products(), remakes, baseUrl).of(ids);
        } catch (StoreException e) {
            throw new ServiceException.Internal("the links could not be read; the server's log says why", e);
        }
    }

    private static Map<String, String> infos(Links.Answer answer) {
        Map<String, String> infos = new LinkedHashMap<>(Map.of("standardID", STANDARD));
        if (!answer.unlisted().isEmpty()) {
            infos.put("unlisted", String.join("; ", answer.unlisted()));
        }
        return infos;
    }

    private static ServiceDescriptor itself(String baseUrl) {
        return new ServiceDescriptor(
                "links",
                "links",
                "Links of the products with these IDs",
                baseUrl + PATH,
                STANDARD,
                CONTENT_TYPE,
                List.of(new ServiceDescriptor.Input(
                        "ID", "meta.id;meta.main", "", "", "Publisher DID; may be repeated")));
    }
}
