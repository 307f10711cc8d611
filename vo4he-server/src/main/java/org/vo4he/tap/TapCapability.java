// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vo4he.http.Markup;
import org.vo4he.uws.QueueSettings;
import org.vo4he.votable.TableFormat;

/// What this TAP service says it can do (TAPRegExt 1.0 with Erratum 1): as `capability` elements for a VOSI
/// document.
public final class TapCapability {

    private static final String FEATURES = "ivo://ivoa.net/std/TAPRegExt#features-";

    private final TapSettings settings;
    private final QueueSettings jobs;

    /// @param jobs the limits of asynchronous queries: durations that TAPRegExt has a place for are theirs
    public TapCapability(TapSettings settings, QueueSettings jobs) {
        this.settings = settings;
        this.jobs = jobs;
    }

    /// Expects the prefixes `vr`, `vs`, `tr` and `xsi` to be declared around it.
    public String xml(String baseUrl) {
        String base = Markup.escape(baseUrl);
        return """
                 <capability standardID="ivo://ivoa.net/std/DALI#examples">
                  <interface xsi:type="vr:WebBrowser"><accessURL use="full">%1$s/tap/examples</accessURL></interface>
                 </capability>
                 <capability standardID="ivo://ivoa.net/std/TAP" xsi:type="tr:TableAccess">
                  <interface xsi:type="vs:ParamHTTP" role="std" version="1.1"><accessURL use="base">%1$s/tap</accessURL></interface>
                  <dataModel ivo-id="ivo://ivoa.net/std/ObsCore#core-1.1">ObsCore-1.1</dataModel>
                  <language>
                   <name>ADQL</name>
                   <version ivo-id="ivo://ivoa.net/std/ADQL#v2.0">2.0</version>
                   <version ivo-id="ivo://ivoa.net/std/ADQL#v2.1">2.1</version>
                   <description>ADQL 2.1; queries in ADQL 2.0 run unchanged</description>
                %2$s  </language>
                %3$s  <retentionPeriod><default>%7$d</default><hard>%8$d</hard></retentionPeriod>
                  <executionDuration><default>%4$d</default><hard>%9$d</hard></executionDuration>
                  <outputLimit><default unit="row">%5$d</default><hard unit="row">%6$d</hard></outputLimit>
                 </capability>
                """.formatted(
                        base,
                        featuresXml(),
                        formatsXml(),
                        jobs.timeLimit().toSeconds(),
                        settings.defaultRows(),
                        settings.maxRows(),
                        jobs.keep().toSeconds(),
                        jobs.longestKeep().toSeconds(),
                        jobs.longestTime().toSeconds());
    }

    private static String featuresXml() {
        Map<String, List<LanguageFeature>> groups = LanguageFeature.all().stream()
                .collect(Collectors.groupingBy(LanguageFeature::group, LinkedHashMap::new, Collectors.toList()));
        StringBuilder out = new StringBuilder();
        groups.forEach((group, features) -> {
            out.append("   <languageFeatures type=\"")
                    .append(FEATURES)
                    .append(group)
                    .append("\">\n");
            features.forEach(feature -> out.append(xml(feature)));
            out.append("   </languageFeatures>\n");
        });
        return out.toString();
    }

    private static String xml(LanguageFeature feature) {
        String description = feature.description().isEmpty()
                ? ""
                : "<description>" + Markup.escape(feature.description()) + "</description>";
        return "    <feature><form>" + Markup.escape(feature.form()) + "</form>" + description + "</feature>\n";
    }

    private static String formatsXml() {
        return Arrays.stream(TableFormat.values())
                .map(format -> "  <outputFormat"
                        + (format.ivoId().isEmpty() ? "" : " ivo-id=\"" + format.ivoId() + "\"")
                        + "><mime>" + format.mediaType() + "</mime><alias>" + format.shortWord()
                        + "</alias></outputFormat>\n")
                .collect(Collectors.joining());
    }
}
