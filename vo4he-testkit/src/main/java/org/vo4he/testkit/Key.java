// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

/// A key that types no letter (WebDriver, section 17.4.2: normalised key values).
public enum Key {
    TAB('\uE004'),
    BACK_TAB('\uE004'),
    ENTER('\uE007'),
    SPACE(' '),
    ESCAPE('\uE00C'),
    HOME('\uE011'),
    END('\uE010'),
    LEFT('\uE012'),
    UP('\uE013'),
    RIGHT('\uE014'),
    DOWN('\uE015');

    static final String SHIFT = "\uE008";

    private final char value;

    Key(char value) {
        this.value = value;
    }

    String value() {
        return String.valueOf(value);
    }

    boolean isShifted() {
        return this == BACK_TAB;
    }
}
