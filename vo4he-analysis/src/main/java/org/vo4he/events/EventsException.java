// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

/// What was asked for can't be had of this event list, or was not understood; the message is a sentence for
/// whoever asked, naming file, column, keyword or text.
public final class EventsException extends Exception {

    private static final long serialVersionUID = 1;

    public EventsException(String message) {
        super(message);
    }
}
