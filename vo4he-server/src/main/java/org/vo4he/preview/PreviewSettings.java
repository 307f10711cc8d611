// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import java.time.Duration;

/// How much previews may take.
///
/// @param cacheBytes of pictures kept on disk; 0 keeps none
/// @param drawings pictures drawn at once: each takes a processor and some tens of megabytes
/// @param patience after which a request for a picture that is still being drawn is told to come again
public record PreviewSettings(long cacheBytes, int drawings, Duration patience) {

    public static final int DEFAULT_CACHE_MEGABYTES = 512;
    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(20);

    public PreviewSettings {
        if (cacheBytes < 0) {
            throw new IllegalArgumentException("the previews' cache can't have " + cacheBytes + " bytes");
        }
        if (drawings < 1) {
            throw new IllegalArgumentException("at least one preview must be drawn at once, found " + drawings);
        }
    }

    /// As many drawings as there are processors, at most four.
    public static PreviewSettings of(int cacheMegabytes) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new PreviewSettings(cacheMegabytes * 1_000_000L, Math.clamp(processors, 1, 4), DEFAULT_PATIENCE);
    }

    public static PreviewSettings defaults() {
        return of(DEFAULT_CACHE_MEGABYTES);
    }
}
