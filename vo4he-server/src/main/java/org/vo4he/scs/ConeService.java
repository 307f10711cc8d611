// SPDX-License-Identifier: Apache-2.0
package org.vo4he.scs;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vo4he.http.Markup;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServiceException;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.votable.TableFormat;
import org.vo4he.votable.TableWriter;

/// `/scs`: the products whose position is within a cone (Simple Cone Search 1.03).
///
/// The nearest come first where the answer, or the number of rows wanted, is at most [NearestFirst#MOST_ROWS].
public final class ConeService implements Routes {

    /// Section 2: `text/xml`, more specifically this.
    static final String CONTENT_TYPE = "text/xml;content=x-votable";

    private static final String PATH = "/scs";

    private final ConeQueries queries;
    private final long maxRows;

    /// @param maxRows most rows of an answer, whatever MAXREC asks for
    public ConeService(ConeQueries queries, long maxRows) {
        this.queries = queries;
        this.maxRows = maxRows;
    }

    @Override
    public void register(Router router) {
        router.errorsAs(ConeError::of).query(PATH, this::search);
    }

    private Response search(Request request) {
        Parameters parameters = request.parameters();
        Cone cone = Cone.of(parameters);
        Verbosity verbosity = Verbosity.of(parameters);
        long most = Math.min(parameters.count("MAXREC").orElse(maxRows), maxRows);
        long rows = cone.asksForColumnsOnly() ? 0 : most;
        Optional<String> wanted = parameters.one("RESPONSEFORMAT");
        TableFormat format = format(wanted.orElse("votable"));
        String contentType = wanted.map(format::contentType).orElse(CONTENT_TYPE);
        String adql = adql(cone, verbosity, rows <= NearestFirst.MOST_ROWS);
        return Response.stream(contentType, out -> write(adql, rows, format, request, out));
    }

    private static TableFormat format(String name) {
        return TableFormat.named(name)
                .orElseThrow(() -> new ServiceException.Usage("parameter RESPONSEFORMAT: " + Parameters.quoted(name)
                        + " is not offered; choose votable, votable/b2, csv or tsv"));
    }

    private void write(String adql, long rows, TableFormat format, Request request, OutputStream out)
            throws IOException {
        TableWriter writer = new NearestFirst(format.writer(out));
        queries.write(adql, rows, request.baseUrl(), ConeHead::of, writer, request::onDisconnect);
    }

    /// The numbers are Java's own spelling of a double, which ADQL reads.
    ///
    /// @param nearest whether the rows beyond the limit must be the farther ones
    private static String adql(Cone cone, Verbosity verbosity, boolean nearest) {
        String columns =
                verbosity.columns().stream().map(ObsCoreColumn::columnName).collect(Collectors.joining(", "));
        return """
                SELECT %1$s, DISTANCE(POINT(s_ra, s_dec), POINT(%2$s, %3$s)) AS %5$s
                FROM ivoa.obscore
                WHERE 1 = CONTAINS(POINT(s_ra, s_dec), CIRCLE(%2$s, %3$s, %4$s))
                %6$s""".formatted(
                        columns,
                        cone.raDeg(),
                        cone.decDeg(),
                        cone.radiusDeg(),
                        ConeHead.SEPARATION,
                        nearest ? "ORDER BY " + ConeHead.SEPARATION : "");
    }

    /// What the service says of itself, in the elements of SimpleDALRegExt 1.1.
    public String capability(String baseUrl) {
        return """
                 <capability standardID="ivo://ivoa.net/std/ConeSearch" xsi:type="cs:ConeSearch">
                  <interface xsi:type="vs:ParamHTTP" role="std" version="1.03">
                   <accessURL use="base">%s%s?</accessURL>
                   <queryType>GET</queryType>
                   <queryType>POST</queryType>
                   <resultType>%s</resultType>
                %s%s%s%s%s%s  </interface>
                  <maxSR>180</maxSR>
                  <maxRecords>%d</maxRecords>
                  <verbosity>true</verbosity>
                  <testQuery><ra>0</ra><dec>0</dec><sr>180</sr></testQuery>
                 </capability>
                """.formatted(
                        Markup.escape(baseUrl),
                        PATH,
                        CONTENT_TYPE,
                        parameter("RA", true, "Right ascension of the centre, ICRS", "deg", "pos.eq.ra", "real"),
                        parameter("DEC", true, "Declination of the centre, ICRS", "deg", "pos.eq.dec", "real"),
                        parameter("SR", true, "Radius; 0: the columns only", "deg", "phys.angSize", "real"),
                        parameter("VERB", false, "Columns: 1 least, 2 usual, 3 all", "", "", "integer"),
                        parameter("MAXREC", false, "Most rows wanted", "", "", "integer"),
                        parameter("RESPONSEFORMAT", false, "VOTable, CSV or TSV", "", "meta.code.mime", "string"),
                        maxRows);
    }

    private static String parameter(
            String name, boolean required, String description, String unit, String ucd, String type) {
        return "   <param use=\"%s\" std=\"true\"><name>%s</name><description>%s</description>%s%s<dataType>%s</dataType></param>\n"
                .formatted(
                        required ? "required" : "optional",
                        name,
                        description,
                        unit.isEmpty() ? "" : "<unit>" + unit + "</unit>",
                        ucd.isEmpty() ? "" : "<ucd>" + ucd + "</ucd>",
                        type);
    }
}
