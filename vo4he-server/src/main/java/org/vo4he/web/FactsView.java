// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.web.Html.Element;

/// A product at a glance.
record FactsView(ObsCoreRow row) {

    Html html() {
        Element facts = element("dl").with("class", "facts");
        fact(facts, "Instrument", instrument(), Optional.empty());
        fact(facts, "Start (UTC)", number(ObsCoreColumn.T_MIN).map(Moment::minute), Optional.empty());
        fact(facts, "Exposure", number(ObsCoreColumn.T_EXPTIME).map(Shown::exposure), Optional.empty());
        fact(facts, "Position (ICRS)", position(), field());
        fact(facts, "Energy", energy(), Optional.empty());
        fact(facts, "Collection", row.text(ObsCoreColumn.OBS_COLLECTION), Optional.empty());
        return facts;
    }

    private static void fact(Element facts, String name, Optional<String> value, Optional<String> second) {
        Element content = element("dd").add(Shown.orUnstated(value.map(Html::text)));
        second.ifPresent(text -> content.add(element("span", text).with("class", "second")));
        facts.add(element("div").add(element("dt", name)).add(content));
    }

    private Optional<String> instrument() {
        String both = Stream.of(ObsCoreColumn.FACILITY_NAME, ObsCoreColumn.INSTRUMENT_NAME)
                .map(row::text)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return Optional.of(both).filter(text -> !text.isBlank());
    }

    private Optional<String> position() {
        return number(ObsCoreColumn.S_RA)
                .flatMap(ra -> number(ObsCoreColumn.S_DEC)
                        .map(dec -> SkyPosition.raSexagesimal(ra) + " " + SkyPosition.decSexagesimal(dec)));
    }

    private Optional<String> field() {
        return number(ObsCoreColumn.S_FOV).filter(fov -> fov > 0).map(fov -> "field of view " + Shown.angle(fov));
    }

    private Optional<String> energy() {
        return number(ObsCoreColumn.EM_MIN)
                .filter(min -> min > 0)
                .flatMap(min -> number(ObsCoreColumn.EM_MAX)
                        .map(max -> PhotonEnergy.range(PhotonEnergy.kev(max), PhotonEnergy.kev(min))));
    }

    private Optional<Double> number(ObsCoreColumn column) {
        return row.number(column);
    }
}
