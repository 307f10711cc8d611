// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.Optional;

/// What a plan does otherwise than the run that it repeats.
///
/// @param was empty when the argument had no value
/// @param is empty when it is left out
public record Change(Address address, Optional<String> was, Optional<String> is) {}
