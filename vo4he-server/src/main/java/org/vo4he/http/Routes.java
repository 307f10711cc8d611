// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

/// What one protocol answers to.
public interface Routes {

    /// Called once, before the server listens.
    void register(Router router);
}
