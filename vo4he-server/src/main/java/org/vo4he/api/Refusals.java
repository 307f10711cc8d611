// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.ServiceException;
import org.vo4he.reprocess.FindingJson;
import org.vo4he.reprocess.Planned;

/// Says why something is not made again: findings with codes and places for programs, sentences for people.
final class Refusals {

    private Refusals() {}

    /// 400; or 409 when nothing is wrong with the request, but inputs are gone or are others now.
    static Response of(Planned.Refused refused, Request request) {
        String sentences = refused.findings().stream()
                .map(finding -> finding.where() + ": " + finding.message())
                .collect(Collectors.joining("; "));
        if (request.wantsHtml()) {
            throw refused.onlyInputs()
                    ? new ServiceException.Conflict(sentences)
                    : new ServiceException.Usage(sentences);
        }
        int status = refused.onlyInputs() ? 409 : 400;
        ObjectNode body = StatusJson.object().put("status", status).put("message", sentences);
        body.set("findings", FindingJson.of(refused.findings()));
        return Response.json(body + "\n").status(status);
    }
}
