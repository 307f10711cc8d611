// SPDX-License-Identifier: Apache-2.0
package org.vo4he.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.vo4he.store.FeedEvent;
import org.vo4he.store.FeedKind;
import org.vo4he.store.FeedPage;

/// Events as JSON.
///
/// @param baseUrl where the world sees the server, without a final slash
record EventJson(String baseUrl) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String page(FeedPage page) {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode events = document.putArray("events");
        page.events().forEach(event -> events.add(node(event)));
        return document.put("next", page.next())
                        .put("first", page.first())
                        .put("last", page.last())
                        .toString()
                + "\n";
    }

    /// On one line.
    String event(FeedEvent event) {
        return node(event).toString();
    }

    private ObjectNode node(FeedEvent event) {
        ObjectNode node = JSON.createObjectNode()
                .put("sequence", event.sequence())
                .put("time", event.time().toString())
                .put("kind", event.kind().word())
                .put("did", event.did())
                .put("id", event.shortId())
                .put("path", event.path())
                .put("type", event.dataproductType().orElse(null))
                .put("media_type", event.mediaType())
                .put("size", event.size())
                .put("fingerprint", event.fingerprint().orElse(null))
                .put("page", baseUrl + "/products/" + event.shortId());
        return event.kind() == FeedKind.WITHDRAWN
                ? node
                : node.put("file", baseUrl + "/files?ID=" + URLEncoder.encode(event.did(), StandardCharsets.UTF_8));
    }
}
