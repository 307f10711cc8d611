// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

/// A parsed query: grammatical, not yet checked against any catalogue. Opaque outside this package.
public final class AdqlQuery {}
