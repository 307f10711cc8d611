// SPDX-License-Identifier: Apache-2.0
package org.vo4he.feed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Who is called when products are published, superseded or withdrawn.
///
/// @param url http or https
/// @param secret a file whose first line signs what is sent; without it nothing is signed
/// @param firstPause after a failure; each further one doubles it
/// @param longestPause between two tries
public record WebhookSettings(URI url, Optional<Path> secret, Duration firstPause, Duration longestPause) {

    /// A second, doubled up to five minutes.
    public static WebhookSettings of(URI url, Optional<Path> secret) {
        return new WebhookSettings(url, secret, Duration.ofSeconds(1), Duration.ofMinutes(5));
    }
}
