// SPDX-License-Identifier: Apache-2.0
/// vo4he's own JSON: making products again and looking at such jobs; and what our command line asks of a running
/// server.
///
/// What a step is and how plans are made and run is known by `reprocess`, waiting and running in turn by `uws`.
/// Declares
/// what else it needs done ([org.vo4he.api.HarvestService.Harvester], [org.vo4he.api.Publisher.Harvester],
/// [org.vo4he.api.JobPages]) and knows nothing of who does it. Start at [org.vo4he.api.Reprocessing].
package org.vo4he.api;
