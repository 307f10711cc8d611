// SPDX-License-Identifier: Apache-2.0
package org.vo4he.config;

/// A setting can't be used. The message is a sentence that names the setting, its source and the value found.
public final class ConfigurationException extends Exception {

    private static final long serialVersionUID = 1;

    ConfigurationException(String message) {
        super(message);
    }

    ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
