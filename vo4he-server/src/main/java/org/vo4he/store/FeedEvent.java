// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// One thing that happened to one product.
///
/// @param sequence place in the feed: 1, 2, 3 and so on without gaps, also across restarts
/// @param time when it was written, by this machine's clock; the order is that of `sequence`
/// @param did publisher DID
/// @param path of the file, relative to the published folder; of a withdrawn product, where it was
/// @param dataproductType of ObsCore; empty when the product states none
/// @param size of the whole file as stored, in bytes
/// @param fingerprint of the file: headers without VO-TAGS, and the sizes of its data
public record FeedEvent(
        long sequence,
        Instant time,
        FeedKind kind,
        String did,
        String shortId,
        String path,
        Optional<String> dataproductType,
        String mediaType,
        long size,
        Optional<String> fingerprint) {

    public FeedEvent {
        Objects.requireNonNull(time);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(dataproductType);
        Objects.requireNonNull(fingerprint);
    }
}
