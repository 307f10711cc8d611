// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.ServiceException;

/// `/sky.json`: what the map of the sky shows where somebody looks: single products where they are few, else how many
/// there are in each cell of a grid.
final class SkyData {

    static final int MOST_PRODUCTS = 300;
    private static final int MOST_CELLS = 6_000;
    private static final int COARSEST = 3;
    private static final int FINEST = 12;
    private static final double WHOLE_SKY_DEG2 = 41_253;

    private static final JsonFactory JSON = new JsonFactory();

    private final QueryService queries;
    private final LatestOverview overview;

    SkyData(QueryService queries, LatestOverview overview) {
        this.queries = queries;
        this.overview = overview;
    }

    /// A part of the sky; without centre the whole.
    private record View(Optional<SkyPosition> centre, double radiusDeg, int order) {

        static View of(Parameters parameters) {
            Optional<Double> ra = number("RA", parameters);
            Optional<Double> dec = number("DEC", parameters);
            int order = Math.clamp(parameters.count("ORDER").orElse(4L), COARSEST, FINEST);
            if (ra.isEmpty() && dec.isEmpty()) {
                return new View(Optional.empty(), 180, Math.min(order, 4));
            }
            double radiusDeg = number("RADIUS", parameters).orElse(Search.DEFAULT_RADIUS_DEG);
            if (!(radiusDeg > 0 && radiusDeg <= 180)) {
                throw new ServiceException.Usage(
                        "parameter RADIUS must be above 0 and at most 180 degrees, found " + radiusDeg);
            }
            try {
                SkyPosition centre = new SkyPosition(ra.orElse(0.0), dec.orElse(0.0));
                return new View(Optional.of(centre), radiusDeg, fitting(order, radiusDeg));
            } catch (IllegalArgumentException e) {
                throw new ServiceException.Usage("parameters RA and DEC: " + e.getMessage());
            }
        }

        /// Coarser than asked for where the answer would be too long.
        private static int fitting(int order, double radiusDeg) {
            double areaDeg2 = WHOLE_SKY_DEG2 * (1 - Math.cos(Math.toRadians(radiusDeg))) / 2;
            int fit = order;
            while (fit > COARSEST && areaDeg2 * (12L << (2 * fit)) / WHOLE_SKY_DEG2 > MOST_CELLS) {
                fit--;
            }
            return fit;
        }

        private static Optional<Double> number(String name, Parameters parameters) {
            return parameters.one(name).map(text -> {
                try {
                    return Double.parseDouble(text);
                } catch (NumberFormatException _) {
                    throw new ServiceException.Usage(
                            "parameter " + name + " must be a number of degrees, found " + Parameters.quoted(text));
                }
            });
        }

        String condition() {
            return centre.map(place -> SearchAdql.within(place, radiusDeg))
                    .orElse("s_ra IS NOT NULL AND s_dec IS NOT NULL");
        }
    }

    Response answer(Request request) {
        View view = View.of(request.parameters());
        return Validated.answer(request, overview.state() + " " + view, () -> Response.json(json(view, request)));
    }

    private String json(View view, Request request) {
        Links links = new Links(request.baseUrl());
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("order", view.order());
            if (count(view, links) <= MOST_PRODUCTS) {
                writeProducts(json, view, links);
            } else {
                writeCells(json, view, links);
            }
            writeFootprints(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private long count(View view, Links links) {
        String adql = "SELECT COUNT(*) AS products FROM ivoa.obscore WHERE " + view.condition();
        return ((Number) queries.query(adql, 1, links.baseUrl())
                        .rows()
                        .getFirst()
                        .getFirst())
                .longValue();
    }

    /// Cells as pairs of index and number of products.
    private void writeCells(JsonGenerator json, View view, Links links) throws IOException {
        List<SkyCell> cells = view.centre()
                .map(centre -> SkyCell.around(centre, view.radiusDeg(), view.order(), queries, links.baseUrl()))
                .orElseGet(() -> SkyCell.all(view.order(), queries, links.baseUrl()));
        json.writeArrayFieldStart("cells");
        for (SkyCell cell : cells) {
            json.writeStartArray();
            json.writeNumber(cell.index());
            json.writeNumber(cell.products());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void writeProducts(JsonGenerator json, View view, Links links) throws IOException {
        String adql = """
                SELECT TOP %d obs_publisher_did, target_name, dataproduct_type, instrument_name, t_min, s_ra, s_dec,
                       s_region
                FROM ivoa.obscore
                WHERE %s""".formatted(MOST_PRODUCTS, view.condition());
        List<Found> found = Found.all(queries.query(adql, MOST_PRODUCTS, links.baseUrl()));
        Map<String, ProductFiles.Filed> files = new ProductFiles(queries, links.baseUrl())
                .of(found.stream().map(Found::did).toList());
        json.writeArrayFieldStart("products");
        for (Found product : found) {
            writeProduct(json, product, files, links);
        }
        json.writeEndArray();
    }

    private static void writeProduct(
            JsonGenerator json, Found product, Map<String, ProductFiles.Filed> files, Links links) throws IOException {
        json.writeStartObject();
        ProductFiles.Filed filed = files.get(product.did());
        json.writeStringField(
                "name",
                product.string("target_name")
                        .or(() -> Optional.ofNullable(filed).map(ProductFiles.Filed::fileName))
                        .orElseGet(product::name));
        if (filed != null) {
            json.writeStringField("page", links.product(filed.shortId()));
        }
        for (String column : List.of("dataproduct_type", "instrument_name", "s_region")) {
            if (product.string(column).isPresent()) {
                json.writeStringField(column, product.string(column).get());
            }
        }
        if (product.number("t_min").isPresent()) {
            json.writeStringField("start", Moment.day(product.number("t_min").get()));
        }
        json.writeNumberField("ra", product.number("s_ra").orElseThrow());
        json.writeNumberField("dec", product.number("s_dec").orElseThrow());
        json.writeEndObject();
    }

    /// Wide ones are seen wherever one looks.
    private void writeFootprints(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("footprints");
        for (Object region : overview.get().sky().content().footprints()) {
            json.writeString(region.toString());
        }
        json.writeEndArray();
    }
}
