// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Where things are, as the pages link to them.
///
/// @param baseUrl under which the world sees the server, without a final slash
record Links(String baseUrl) {

    String front() {
        return root() + "/";
    }

    String search(Search search, SearchSort.Order order, long page) {
        return search() + query(parameters(search, order, page));
    }

    /// The search with one field filled in.
    String search(SearchField field, String value) {
        return search() + query(Map.of(field.parameter(), value));
    }

    /// The search for what is at a place.
    String around(SkyPosition position, double radiusDeg) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(
                SearchField.POSITION.parameter(),
                Shown.decimals(position.raDeg(), 5) + " " + Shown.decimals(position.decDeg(), 5));
        parameters.put(SearchField.RADIUS.parameter(), Shown.decimals(radiusDeg, 4));
        return search() + query(parameters);
    }

    /// The search for what was under way in a part of the calendar.
    String observed(Timeline.Bin bin) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(SearchField.FROM.parameter(), bin.from());
        parameters.put(SearchField.TO.parameter(), bin.to());
        return search() + query(parameters);
    }

    /// The sky in CDS's Aladin Lite: on another site.
    static String aladin(SkyPosition position, double fieldDeg) {
        return "https://aladin.cds.unistra.fr/AladinLite/"
                + query(new TreeMap<>(Map.of(
                        "target",
                        Shown.decimals(position.raDeg(), 5) + " " + Shown.decimals(position.decDeg(), 5),
                        "fov",
                        Shown.decimals(fieldDeg, 3))));
    }

    String search() {
        return root() + "/search";
    }

    String product(String shortId) {
        return root() + "/products/" + encoded(shortId);
    }

    /// The page of a product with a choice made on it.
    ///
    /// @param fragment the part of the page to be shown
    String product(String shortId, Map<String, String> choices, String fragment) {
        return product(shortId) + query(choices) + "#" + fragment;
    }

    /// The page of a job that makes a product again.
    String job(String id) {
        return root() + "/status/" + encoded(id);
    }

    /// The picture of a file of such a job.
    ///
    /// @param parameters as of `/previews/`
    String jobPicture(String id, String name, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("format", "svg");
        return jobFile(id, name) + query(all);
    }

    /// A file of such a job: its picture, or with `?download` itself.
    String jobFile(String id, String name) {
        return root() + "/preview/" + encoded(id) + "/" + encoded(name);
    }

    /// @param suffix `.png`, `.svg`, `.json` or `.vot`
    String preview(String shortId, String suffix, Map<String, String> parameters) {
        return root() + "/previews/" + encoded(shortId) + suffix + query(parameters);
    }

    String files(String outcome, long page) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!outcome.isEmpty()) {
            parameters.put("outcome", outcome);
        }
        if (page > 1) {
            parameters.put("page", Long.toString(page));
        }
        return root() + "/files-report" + query(parameters);
    }

    /// The zip of what a search finds, or of products of it.
    String zip(Search search) {
        return root() + "/selection.zip" + query(parameters(search, SearchSort.Order.of(search), 1));
    }

    /// A small picture of a product.
    String thumbnail(String shortId, String theme) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("width", "240");
        parameters.put("height", "180");
        parameters.put("theme", theme);
        return root() + "/previews/" + encoded(shortId) + ".png" + query(parameters);
    }

    String datalink(String did) {
        return root() + "/datalink/links" + query(Map.of("ID", did));
    }

    /// The graph of what a product was made of, all of it.
    ///
    /// @param format as the service's RESPONSEFORMAT
    String provenance(String did, String format) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("ID", did);
        parameters.put("DEPTH", "ALL");
        parameters.put("RESPONSEFORMAT", format);
        return root() + "/provenance" + query(parameters);
    }

    String download(String did) {
        return root() + "/files" + query(Map.of("ID", did));
    }

    /// The same for use elsewhere.
    String absoluteDownload(String did) {
        return baseUrl + "/files" + query(Map.of("ID", did));
    }

    /// The answer of TAP to this query.
    ///
    /// @param format as TAP's RESPONSEFORMAT
    String tapSync(String adql, String format) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("LANG", "ADQL");
        parameters.put("RESPONSEFORMAT", format);
        parameters.put("QUERY", adql);
        return root() + "/tap/sync" + query(parameters);
    }

    /// The URL that clients are given.
    String tap() {
        return baseUrl + "/tap";
    }

    /// The same address for use elsewhere.
    String absolute(String path) {
        return baseUrl + path.substring(root().length());
    }

    String at(String path) {
        return root() + path;
    }

    private String root() {
        String path = URI.create(baseUrl).getRawPath();
        return path == null ? "" : path;
    }

    private static Map<String, String> parameters(Search search, SearchSort.Order order, long page) {
        Map<String, String> all = new LinkedHashMap<>();
        search.typed().forEach((field, text) -> all.put(field.parameter(), text));
        if (!order.equals(SearchSort.Order.of(search))) {
            all.put("sort", order.parameter());
        }
        if (page > 1) {
            all.put("page", Long.toString(page));
        }
        return all;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
