// SPDX-License-Identifier: Apache-2.0
/// vo4he's own JSON: what our command line asks of a running server.
///
/// Declares what it needs done ([org.vo4he.api.HarvestService.Harvester]) and knows nothing of who does it.
/// Start at [org.vo4he.api.HarvestService].
package org.vo4he.api;
