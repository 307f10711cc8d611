// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.List;
import org.vo4he.http.ServiceException;

/// All products that a search finds, for who takes them away together.
record FoundProducts(QueryService queries) {

    /// Their publisher DIDs.
    ///
    /// @throws ServiceException when the search can't be read, or finds more than `most`
    List<String> of(Search search, int most, String baseUrl) {
        for (SearchField field : SearchField.values()) {
            search.error(field).ifPresent(sentence -> {
                throw new ServiceException.Usage("parameter " + field.parameter() + ": " + sentence);
            });
        }
        SearchAdql adql = new SearchAdql(search, SearchSort.Order.of(search));
        List<String> dids = queries.query(adql.identifiers(most), most, baseUrl).rows().stream()
                .map(row -> row.getFirst().toString())
                .toList();
        long total = ((Number) queries.query(adql.count(), 1, baseUrl)
                        .rows()
                        .getFirst()
                        .getFirst())
                .longValue();
        if (total > dids.size()) {
            throw new ServiceException.Limit(
                    ServiceException.Kind.SIZE,
                    "this search finds " + Shown.count(total, "product", "products") + ", and at most "
                            + Shown.count(dids.size()) + " are put into one zip: narrow it, or fetch each file by its"
                            + " access_url");
        }
        return dids;
    }
}
