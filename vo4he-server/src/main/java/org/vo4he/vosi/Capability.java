// SPDX-License-Identifier: Apache-2.0
package org.vo4he.vosi;

/// What one protocol says about itself.
@FunctionalInterface
public interface Capability {

    /// One or more `capability` elements of VOResource, with the prefixes `vr` (VOResource 1.0), `vs` (VODataService
    /// 1.1), `tr` (TAPRegExt 1.0), `cs` (ConeSearch 1.0, of SimpleDALRegExt) and `xsi`.
    ///
    /// @param baseUrl of this server, without a final slash
    String xml(String baseUrl);
}
