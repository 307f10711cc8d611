// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.List;
import org.vo4he.api.JobPages;
import org.vo4he.api.RemakePages;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Parameters;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.StaticResources;
import org.vo4he.provenance.ProvenanceSchema;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.Store;

/// Every page for people.
public final class WebPages implements Routes {

    private final QueryService queries;
    private final LatestOverview overview;
    private final FrontPage front;
    private final ResultsPage results;
    private final SkyData sky;
    private final ProductPage product;
    private final FilesPage files;
    private final FailurePage failure;
    private final JobPage jobs;
    private final RemakePage remaking;
    private final StaticResources resources = new StaticResources(
                    WebPages.class,
                    "style.css",
                    "icon.svg",
                    "sky.js",
                    "results.js",
                    "samp.js",
                    "product-plot.js",
                    "product-page.js",
                    "job-page.js",
                    RemakeFormView.SCRIPT)
            .withLibraryFile("uplot.js", "uplot", "dist/uPlot.iife.min.js")
            .withLibraryFile("uplot.css", "uplot", "dist/uPlot.min.css")
            .withLibraryFile("uplot-licence.txt", "uplot", "LICENSE");

    private final StaticResources schemas = new StaticResources(
            ProvenanceSchema.class, ProvenanceSchema.SEED.fileName(), ProvenanceSchema.SUPERSET.fileName());

    /// @param store for what no query tells: the origin of each value, and the files that are no products
    /// @param queries the query path of every client
    /// @param published the published folder, whose headers are shown
    /// @param previews for the pictures of a product
    /// @param remakes how products can be made again
    /// @param metrics whether `/metrics` is served beside the pages
    public WebPages(
            Store store,
            PublishedFolder published,
            QueryService queries,
            ProductPreviews previews,
            ProductRemakes remakes,
            WebSettings settings,
            boolean metrics) {
        this.queries = queries;
        this.overview = new LatestOverview(() -> Overview.of(queries), store::revision);
        this.front = new FrontPage(overview, store.products(), settings, metrics);
        this.results = new ResultsPage(queries, overview, settings);
        this.sky = new SkyData(queries, overview);
        this.product = new ProductPage(store.products(), published, previews, remakes, settings);
        this.files = new FilesPage(store.products(), settings);
        this.failure = new FailurePage(settings);
        this.jobs = new JobPage(settings, ParentProduct.in(store.products(), published));
        this.remaking = new RemakePage(settings, store.products(), remakes);
    }

    /// The pages that lead to such jobs.
    public RemakePages remaking() {
        return remaking;
    }

    /// The pages of jobs that make products again.
    public JobPages jobs() {
        return jobs;
    }

    /// Has computed beside what would keep the first visitor after a change of the store waiting.
    public void prepare() {
        overview.prepare();
    }

    /// The publisher DIDs of all that a search finds.
    ///
    /// @param parameters as of `/search`
    /// @throws org.vo4he.http.ServiceException when a parameter can't be read, or more than `most` are found
    public List<String> found(Parameters parameters, int most, String baseUrl) {
        return new FoundProducts(queries).of(Search.of(parameters), most, baseUrl);
    }

    @Override
    public void register(Router router) {
        router.errorPage(failure);
        Router pages = router.errorsAs(ErrorStyle.PAGE);
        pages.get("/", front::answer);
        pages.get("/search", results::answer);
        pages.get("/sky.json", sky::answer);
        pages.get("/products/{id}", product::answer);
        pages.get("/files-report", files::answer);
        router.get("/schemas/{name}", request -> schemas.serve(request, request.pathPart("name")));
        pages.get("/web/{name}", request -> resources.serve(request, request.pathPart("name")));
    }
}
