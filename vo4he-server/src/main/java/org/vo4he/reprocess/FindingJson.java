// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.Locale;
import org.vo4he.diagnostics.Finding;

/// Findings for programs: `{"code", "severity", "where", "message"}`.
public final class FindingJson {

    private FindingJson() {}

    public static ArrayNode of(Collection<Finding> findings) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Finding finding : findings) {
            list.addObject()
                    .put("code", finding.code().id())
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("where", finding.where())
                    .put("message", finding.message());
        }
        return list;
    }
}
