// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.function.LongSupplier;

/// What is here in numbers: what the front page shows and the search form offers.
record Overview(Facets facets, Timeline timeline, SkyMap sky) {

    /// Computed by the first who asks after the store changed, and kept until it changes again. Safe on any thread.
    static final class Latest {

        private record Kept(long revision, Overview overview) {}

        private final QueryService queries;
        private final LongSupplier revision;
        private volatile Kept kept;

        /// @param revision larger whenever what is published has changed
        Latest(QueryService queries, LongSupplier revision) {
            this.queries = queries;
            this.revision = revision;
        }

        Overview get(String baseUrl) {
            Kept known = kept;
            return known != null && known.revision() == revision.getAsLong() ? known.overview() : renew(baseUrl);
        }

        long revision() {
            return revision.getAsLong();
        }

        /// The revision is read first: what changes meanwhile makes the next one who asks compute anew.
        private synchronized Overview renew(String baseUrl) {
            long now = revision.getAsLong();
            if (kept == null || kept.revision() != now) {
                Facets facets = Facets.of(queries, baseUrl);
                kept = new Kept(
                        now,
                        new Overview(
                                facets,
                                Timeline.of(queries, facets, baseUrl),
                                SkyMap.of(SkyContent.of(queries, facets.positioned(), baseUrl))));
            }
            return kept.overview();
        }
    }
}
