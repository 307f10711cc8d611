// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.Arrays;
import java.util.Optional;

/// The columns of the result that can be sorted by.
///
/// Energies are sorted by their lower edge, which is the larger wavelength.
enum SearchSort {
    SEPARATION("separation", "separation", "separation DESC"),
    TARGET("target", "target_name", "target_name DESC"),
    TYPE("type", "dataproduct_type", "dataproduct_type DESC"),
    INSTRUMENT("instrument", "instrument_name", "instrument_name DESC"),
    START("start", "t_min", "t_min DESC"),
    EXPOSURE("exposure", "t_exptime", "t_exptime DESC"),
    POSITION("position", "s_ra", "s_ra DESC"),
    ENERGY("energy", "em_max DESC", "em_max"),
    SIZE("size", "access_estsize", "access_estsize DESC");

    private final String parameter;
    private final String upwards;
    private final String downwards;

    SearchSort(String parameter, String upwards, String downwards) {
        this.parameter = parameter;
        this.upwards = upwards;
        this.downwards = downwards;
    }

    String parameter() {
        return parameter;
    }

    /// One direction of one column: `start`, or `-start` for the latest first.
    record Order(SearchSort by, boolean descending) {

        /// When nothing is asked for: the nearest first where there is a position, else the latest.
        static Order of(Search search) {
            return search.position().isPresent() ? new Order(SEPARATION, false) : new Order(START, true);
        }

        /// Empty for what is no column of the result.
        static Optional<Order> parse(String text) {
            boolean descending = text.startsWith("-");
            String name = descending ? text.substring(1) : text;
            return Arrays.stream(SearchSort.values())
                    .filter(sort -> sort.parameter.equals(name))
                    .findFirst()
                    .map(sort -> new Order(sort, descending));
        }

        String parameter() {
            return (descending ? "-" : "") + by.parameter;
        }

        /// For an `ORDER BY`; the identifier makes pages disjoint where values are equal.
        String adql() {
            return (descending ? by.downwards : by.upwards) + ", obs_publisher_did";
        }
    }
}
