// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

/// Where a published value came from when it was written into the product, so that a later reader can tell a
/// statement of the product's makers from something once inferred.
///
/// @param kind one word, such as `card`, `rule`, `given`
/// @param detail what the kind alone does not say, such as `EVENTS TSTART`
/// @param seal CRC-32 of the value's text in 8 hexadecimal digits: a value that no longer matches was edited
///     since, and its origin is then the editor and not what is recorded here
public record RecordedOrigin(String kind, String detail, String seal) {}
