// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provsap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServiceException;
import org.vo4he.provenance.ProvDot;
import org.vo4he.provenance.ProvGraph;
import org.vo4he.provenance.ProvJson;
import org.vo4he.provenance.ProvN;
import org.vo4he.provenance.ProvSvg;
import org.vo4he.store.Contested;
import org.vo4he.store.Lineage;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.Products;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;

/// `/provenance?ID=`: the files and runs that a product came from, or that came from it. Withdrawn products have their
/// place in it too.
public final class ProvenanceService implements Routes {

    private static final int AT_ONCE = 4;

    /// Of files and runs in one answer.
    static final int MOST_NODES = 2_000;

    /// A header with a sentence for what a form of PROV has no place for.
    static final String REMARK = "Vo4he-Remark";

    private final Products products;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public ProvenanceService(Store store) {
        this.products = store.products();
    }

    @Override
    public void register(Router router) {
        router.errorsAs(ErrorStyle.PAGE).query("/provenance", this::graph);
    }

    private Response graph(Request request) {
        GraphRequest asked = GraphRequest.of(request.parameters());
        if (!places.tryAcquire()) {
            throw new ServiceException.Limit(
                    ServiceException.Kind.LOAD, AT_ONCE + " graphs of provenance are being made already");
        }
        try {
            return answer(asked, request.baseUrl());
        } catch (StoreException e) {
            throw new ServiceException.Internal("the provenance can't be read; the server's log says why", e);
        } finally {
            places.release();
        }
    }

    private Response answer(GraphRequest asked, String baseUrl) throws StoreException {
        String did = did(asked.id());
        Lineage lineage = products.lineage(did, asked.direction(), asked.depth(), MOST_NODES);
        Response response = Response.text(mediaType(asked.format()), text(asked.format(), did, lineage, baseUrl));
        Optional<String> remark = remark(asked, lineage);
        return remark.isPresent() ? response.header(REMARK, remark.get()) : response;
    }

    /// JSON and XML say their encoding themselves.
    private static String mediaType(GraphFormat format) {
        return switch (format) {
            case PROV_JSON, SVG, VO4HE -> format.mediaType();
            case PROV_N, DOT -> format.mediaType() + ";charset=utf-8";
        };
    }

    private static String text(GraphFormat format, String did, Lineage lineage, String baseUrl) {
        ProvGraph graph = lineage.graph();
        return switch (format) {
            case PROV_JSON -> ProvJson.write(graph);
            case PROV_N -> ProvN.write(graph);
            case DOT -> ProvDot.write(graph, id -> page(id, lineage, baseUrl));
            case SVG -> ProvSvg.draw(graph, "How this was made", id -> page(id, lineage, baseUrl));
            case VO4HE -> LineageJson.write(did, lineage, baseUrl);
        };
    }

    private static Optional<String> page(String id, Lineage lineage, String baseUrl) {
        return Optional.ofNullable(lineage.products().get(id)).map(card -> baseUrl + "/products/" + card.shortId());
    }

    private static Optional<String> remark(GraphRequest asked, Lineage lineage) {
        List<String> remarks = new ArrayList<>();
        if (!lineage.isWhole()) {
            remarks.add("the graph ends at " + MOST_NODES + " files and runs; ask with a smaller DEPTH");
        } else if (lineage.goesOn()) {
            remarks.add("the graph goes on beyond depth " + asked.depth()
                    + (asked.depth() < GraphRequest.DEEPEST
                            ? "; ask with a larger DEPTH"
                            : ", where every answer ends"));
        }
        if (!lineage.cycles().isEmpty()) {
            remarks.add(lineage.cycles().size() + " times files are said to come from each other");
        }
        return remarks.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", remarks));
    }

    private String did(String id) throws StoreException {
        Optional<LinkedProduct> found =
                Optional.ofNullable(products.linked(List.of(id)).get(id));
        if (found.isEmpty()) {
            Map<String, Contested> contested = products.contested(List.of(id));
            throw new ServiceException.NotFound(Optional.ofNullable(contested.get(id))
                    .map(Contested::sentence)
                    .orElse("this archive has no product of the ID " + Parameters.quoted(id)));
        }
        return found.get().product().did();
    }
}
