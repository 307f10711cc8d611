// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vo4he.api.Visitor;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.ServiceException;
import org.vo4he.preview.Preview;
import org.vo4he.preview.PreviewService;
import org.vo4he.reprocess.Planner;
import org.vo4he.reprocess.Remake;
import org.vo4he.security.Callers;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.StoreException;
import org.vo4he.tap.QueryTable;
import org.vo4he.tap.TapQuery;
import org.vo4he.uwsweb.Access;
import org.vo4he.web.ProductPreviews;
import org.vo4he.web.ProductRemakes;
import org.vo4he.web.QueryService;

/// What the pages declare that they need, answered by the services that have it: neither side knows the other.
final class PageNeeds {

    private PageNeeds() {}

    /// The rows of the pages come by the queries that everybody may ask.
    static QueryService answers(TapQuery queries) {
        return (adql, maxRows, baseUrl) -> {
            QueryTable table = queries.read(adql, maxRows, baseUrl);
            return new QueryService.Answer(table.columns(), table.rows());
        };
    }

    /// How products can be made again, as their pages show it.
    ///
    /// @param anybody whether nobody needs a token for that
    /// @param callers who is known, once the server listens
    record Remaking(Planner planner, boolean anybody, Supplier<Optional<Callers>> callers) implements ProductRemakes {

        @Override
        public Visitor visitor(Request request) {
            try {
                Optional<Callers> known = callers.get();
                return Visitor.of(known.isEmpty() ? Optional.empty() : Access.caller(request, known.get()), anybody);
            } catch (ServiceException.Unidentified _) {
                return Visitor.of(Optional.empty(), anybody);
            } catch (IOException e) {
                throw new ServiceException.Internal("the file of tokens can't be read", e);
            }
        }

        @Override
        public Optional<Remake> of(String provenanceJson) {
            return Remake.of(provenanceJson, planner);
        }
    }

    /// The pictures of a product as its page needs them.
    record Previewing(PreviewService previews) implements ProductPreviews {

        @Override
        public List<ProductPreviews.Preview> of(ProductRecord product, Duration patience) throws StoreException {
            return previews.previews(product, patience).stream()
                    .map(PageNeeds::shown)
                    .toList();
        }

        @Override
        public Optional<ProductPreviews.Preview> chosen(ProductRecord product, Parameters choices, Duration patience)
                throws StoreException {
            return previews.preview(product, choices, patience).map(PageNeeds::shown);
        }
    }

    private static ProductPreviews.Preview shown(Preview preview) {
        return new ProductPreviews.Preview(
                preview.kind(),
                preview.title(),
                preview.description(),
                preview.curves(),
                axis(preview.x()),
                axis(preview.y()),
                preview.row(),
                preview.rows());
    }

    private static ProductPreviews.Axis axis(Preview.Axis axis) {
        return new ProductPreviews.Axis(axis.energyUnit(), axis.scale(), axis.low(), axis.high());
    }
}
