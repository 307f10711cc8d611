// SPDX-License-Identifier: Apache-2.0
package org.vo4he.metrics;

import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;

/// `/metrics`, in Prometheus' text format, or as OpenMetrics for who asks for that.
public final class MetricsService implements Routes {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final Metrics metrics;

    public MetricsService(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void register(Router router) {
        router.errorsAs(ErrorStyle.TEXT).get("/metrics", this::answer);
    }

    private Response answer(Request request) {
        boolean open = request.header("Accept")
                .filter(accept -> accept.contains("application/openmetrics-text"))
                .isPresent();
        String contentType = open ? OPEN_METRICS : TEXT;
        return Response.text(contentType, metrics.text(contentType)).header("Cache-Control", "no-store");
    }
}
