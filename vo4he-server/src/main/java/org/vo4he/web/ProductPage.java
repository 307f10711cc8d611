// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.ServiceException;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.store.Lineage.Direction;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.Products;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.StoreException;
import org.vo4he.web.Html.Element;

/// `/products/{id}`: all that is known of one product, and how it is known.
final class ProductPage {

    /// What a page waits for pictures that were never drawn before: later it says less of them.
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private static final int MOST_RELATIONS = 100;
    private static final int MOST_OF_LINEAGE = 300;

    private final Products products;
    private final PublishedFolder folder;
    private final ProductPreviews previews;
    private final ProductRemakes remakes;
    private final WebSettings settings;

    ProductPage(
            Products products,
            PublishedFolder folder,
            ProductPreviews previews,
            ProductRemakes remakes,
            WebSettings settings) {
        this.products = products;
        this.folder = folder;
        this.previews = previews;
        this.remakes = remakes;
        this.settings = settings;
    }

    Response answer(Request request) {
        String shortId = request.pathPart("id");
        try {
            ProductRecord product = product(shortId);
            Optional<ObsCoreRow> row = products.row(product.did());
            if (row.isEmpty()) {
                // It may have been withdrawn, or come back, between the two questions.
                product = product(shortId);
                row = products.row(product.did());
            }
            return product.withdrawn()
                    ? new WithdrawnPage(product, products.tombstone(product.did()), settings).answer(request)
                    : present(product, row.orElseGet(() -> ObsCoreRow.builder().build()), request);
        } catch (StoreException e) {
            throw new ServiceException.Internal("the product can't be read from the store", e);
        }
    }

    private ProductRecord product(String shortId) throws StoreException {
        return products.byShortId(shortId)
                .orElseThrow(() ->
                        new ServiceException.NotFound("there is no product " + Parameters.quoted(shortId) + " here"));
    }

    private Response present(ProductRecord product, ObsCoreRow stored, Request request) throws StoreException {
        Links links = new Links(request.baseUrl());
        Parameters parameters = request.parameters();
        ObsCoreRow row = withAccessUrl(stored, product, links);
        String title = title(product, row);
        String meanwhile = "Preview of " + product.fileName() + ", " + kind(product, row);
        PictureView pictures = new PictureView(
                product,
                previews.of(product, PATIENCE),
                meanwhile,
                choices -> chosen(product, choices),
                parameters,
                links);
        return Response.html(new Page(settings, links)
                        .withStyles("uplot.css")
                        .withScripts(
                                "uplot.js",
                                "product-plot.js",
                                "product-page.js",
                                RemakeFormView.SCRIPT,
                                SampButton.SCRIPT)
                        .document(
                                title,
                                element("h1", title),
                                subtitle(product, row),
                                newer(product, links),
                                doors(product, row, title, links),
                                element("div")
                                        .with("class", "overview")
                                        .add(pictures.html())
                                        .add(element("div")
                                                .with("class", "beside")
                                                .add(new FactsView(row).html())
                                                .add(new HandOverView(row).html())),
                                sections(product, row, request, links)))
                .header("Cache-Control", "no-cache")
                .header("Vary", "Cookie");
    }

    private Optional<ProductPreviews.Preview> chosen(ProductRecord product, Map<String, String> choices) {
        Map<String, List<String>> parameters = new TreeMap<>();
        choices.forEach((name, value) -> parameters.put(name, List.of(value)));
        try {
            return previews.chosen(product, new Parameters(parameters), PATIENCE);
        } catch (StoreException e) {
            throw new ServiceException.Internal("the product can't be read from the store", e);
        }
    }

    private Html sections(ProductRecord product, ObsCoreRow row, Request request, Links links) throws StoreException {
        Parameters parameters = request.parameters();
        String title = title(product, row);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Optional<LinkedProduct> linked =
                Optional.ofNullable(products.linked(List.of(product.did())).get(product.did()));
        return new Sections()
                .add(
                        "Findings",
                        "findings",
                        FindingsView.of(product, products.byPath(product.path()), products.findings(product.path()))
                                .section())
                .add(
                        "What belongs to it",
                        "links",
                        new RelationsView(linked, products.links(product.did()), links).html())
                .add("Values", "values", new ValuesView(row).html())
                .add("How it was made", "provenance", provenance(product, linked, links))
                .add("Make it again", RemakeFormView.ID, remake(product, request, links))
                .add("Header", "header", new HeaderView(product, folder, parameters, links).html())
                .add(
                        "The file's own words",
                        "native",
                        new OwnWordsView(
                                        "The file's own words",
                                        "native",
                                        "As its header says it, before any conversion.",
                                        products.nativeValues(product.did()))
                                .html())
                .add(
                        "Declared",
                        "declared",
                        new OwnWordsView(
                                        "Declared in its tags",
                                        "declared",
                                        "The publisher's columns as the file's VO-TAGS declare them; the ones above"
                                                + " come from this archive.",
                                        products.declared(product.did()))
                                .html())
                .add(
                        "Citation",
                        "citation",
                        new CitationView(product, row, title, settings.title(), links, today).html())
                .add("Identity", "identity", new IdentityView(product).html())
                .html();
    }

    /// The address depends on who asks and is stored nowhere.
    private static ObsCoreRow withAccessUrl(ObsCoreRow row, ProductRecord product, Links links) {
        return product.published()
                ? row.with()
                        .set(
                                ObsCoreColumn.ACCESS_URL,
                                links.absoluteDownload(product.did()),
                                new Origin.Publisher("address of this server"))
                        .build()
                : row;
    }

    private static String title(ProductRecord product, ObsCoreRow row) {
        return row.text(ObsCoreColumn.TARGET_NAME)
                .or(() -> row.text(ObsCoreColumn.OBS_TITLE))
                .filter(text -> !text.isBlank())
                .orElseGet(product::fileName);
    }

    private static Element subtitle(ProductRecord product, ObsCoreRow row) {
        String kind = kind(product, row);
        String observation = row.text(ObsCoreColumn.OBS_ID)
                .map(id -> " of " + Shown.observation(id))
                .orElse("");
        return element("p")
                .with("class", "lead")
                .text(Shown.sentence(kind + observation) + ", ")
                .add(element("code", product.fileName()));
    }

    private Html newer(ProductRecord product, Links links) throws StoreException {
        return products.newest(product.did())
                .<Html>map(newest -> element("p")
                        .with("class", "notice")
                        .text("A newer version is ")
                        .add(link(
                                links.product(newest.product().shortId()),
                                newest.product().fileName()))
                        .text(", version " + newest.version() + "."))
                .orElseGet(Html::none);
    }

    private static String kind(ProductRecord product, ObsCoreRow row) {
        return row.text(ObsCoreColumn.DATAPRODUCT_TYPE).map(ProductPage::type).orElseGet(() -> role(product.role()));
    }

    static String type(String dataProductType) {
        return switch (dataProductType) {
            case "event" -> "event list";
            case "timeseries" -> "time series";
            default -> dataProductType;
        };
    }

    /// In words, from the name of an `org.vo4he.product.ProductRole`.
    static String role(String role) {
        return switch (role) {
            case "PRODUCT" -> "product";
            case "RESPONSE_RMF" -> "redistribution matrix (RMF)";
            case "RESPONSE_ARF" -> "effective area (ARF)";
            case "RESPONSE_IRF" -> "instrument response (IRF)";
            case "GTI" -> "good time intervals";
            case "OTHER" -> "other file";
            default -> role.toLowerCase(Locale.ROOT);
        };
    }

    private Element doors(ProductRecord product, ObsCoreRow row, String title, Links links) {
        return element("p")
                .with("class", "doors")
                .add(link(links.download(product.did()), "Download " + Shown.size(product.size() / 1e3))
                        .with("class", "primary"))
                .add(link(links.datalink(product.did()), "DataLink document"))
                .add(new SampButton(
                                settings.title(),
                                SampButton.mtypeOf(row.text(ObsCoreColumn.DATAPRODUCT_TYPE)),
                                links.absoluteDownload(product.did()),
                                title,
                                product.did(),
                                product.mediaType())
                        .html());
    }

    private Html provenance(ProductRecord product, Optional<LinkedProduct> linked, Links links) throws StoreException {
        Optional<String> json = products.provenance(product.did());
        if (json.isEmpty()) {
            return Html.none();
        }
        Html lineage = products.traced(List.of(product.did())).isEmpty()
                ? Html.none()
                : new LineageView(
                                product.did(),
                                products.lineage(product.did(), Direction.BACK, MOST_RELATIONS, MOST_OF_LINEAGE),
                                links)
                        .html();
        return new ProvenanceView(json.get(), linked, links, lineage).html();
    }

    private Html remake(ProductRecord product, Request request, Links links) throws StoreException {
        return products.provenance(product.did())
                .flatMap(remakes::of)
                .map(remake -> new RemakeFormView(
                                product.did(),
                                product.shortId(),
                                remake,
                                RemakeFormState.of(
                                        request.parameters().all(RemakeFormView.EDIT), remakes.visitor(request)),
                                links)
                        .html())
                .orElseGet(Html::none);
    }
}
