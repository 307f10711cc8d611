// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// What axe-core holds against a page.
///
/// @param impact `minor`, `moderate`, `serious` or `critical`
/// @param rule as axe-core names it: `color-contrast`
/// @param help one sentence
/// @param where CSS selectors and markup of the elements, at most three
public record AccessibilityFault(String impact, String rule, String help, List<String> where) {

    private static final String LIBRARY = "axe-core";

    public AccessibilityFault {
        where = List.copyOf(where);
    }

    /// Whether axe-core says that people are kept from something by it.
    public boolean isSerious() {
        return impact.equals("serious") || impact.equals("critical");
    }

    /// Runs axe-core in the page that is shown.
    static List<AccessibilityFault> in(WebDriverSession session) {
        session.post("/execute/sync", script(source()));
        JsonNode violations = session.post("/execute/async", script("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {preload: false, resultTypes: ['violations']})
                    .then(result => done(result.violations), fault => done(String(fault)));
                """));
        if (!violations.isArray()) {
            throw new AssertionError("axe-core failed: " + violations.asText());
        }
        List<AccessibilityFault> faults = new ArrayList<>();
        violations.forEach(violation -> faults.add(fault(violation)));
        return faults;
    }

    private static AccessibilityFault fault(JsonNode violation) {
        List<String> where = new ArrayList<>();
        for (JsonNode node : violation.path("nodes")) {
            if (where.size() < 3) {
                where.add(
                        node.path("target").toString() + " " + node.path("html").asText());
            }
        }
        return new AccessibilityFault(
                violation.path("impact").asText(),
                violation.path("id").asText(),
                violation.path("help").asText(),
                where);
    }

    private static ObjectNode script(String script) {
        ObjectNode body = WebDriverSession.JSON.createObjectNode().put("script", script);
        body.putArray("args");
        return body;
    }

    private static String source() {
        String version = properties().getProperty("version");
        return resource("META-INF/resources/webjars/" + LIBRARY + "/" + version + "/axe.min.js");
    }

    private static Properties properties() {
        Properties maven = new Properties();
        try {
            maven.load(new java.io.StringReader(
                    resource("META-INF/maven/org.webjars.npm/" + LIBRARY + "/pom.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return maven;
    }

    private static String resource(String name) {
        try (InputStream in = AccessibilityFault.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
