// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

/// The text is not provenance JSON; the message is a sentence that says where it stops being so.
public final class ProvenanceFormatException extends Exception {

    ProvenanceFormatException(String message) {
        super(message);
    }
}
