// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import org.vo4he.obscore.ObsCoreColumn;

/// The columns of ObsCore by what they are about, as a product's page lays them out.
enum ValueGroup {
    PRODUCT("The product"),
    POSITION("Position"),
    TIME("Time"),
    ENERGY("Energy"),
    OBSERVABLE("Measured quantity"),
    MODE("Modes of observing"),
    POLARISATION("Polarisation"),
    ORIGIN("Facility and publication"),
    ACCESS("Access");

    private final String title;

    ValueGroup(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static ValueGroup of(ObsCoreColumn column) {
        String name = column.columnName();
        return switch (name.substring(0, name.indexOf('_'))) {
            case "s" -> POSITION;
            case "t" -> TIME;
            case "em", "energy" -> ENERGY;
            case "o", "ev", "event", "messenger", "flux" -> OBSERVABLE;
            case "tracking", "scan", "pointing", "analysis" -> MODE;
            case "pol" -> POLARISATION;
            case "access" -> ACCESS;
            case "dataproduct", "calib", "target" -> PRODUCT;
            default ->
                switch (column) {
                    case OBS_ID, OBS_TITLE -> PRODUCT;
                    case OBS_MODE -> MODE;
                    default -> ORIGIN;
                };
        };
    }
}
