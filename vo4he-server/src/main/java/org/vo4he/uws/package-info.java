// SPDX-License-Identifier: Apache-2.0
/// Jobs that outlive the request that asked for them: the model of UWS 1.1 (Universal Worker Service), a queue that is
/// fair and bounded, and a store that survives the death of the process.
///
/// Knows nothing of HTTP, of who may ask for a job, or of what a job does: whoever has work to be done implements
/// [org.vo4he.uws.JobRunner]. Start at [org.vo4he.uws.Queue].
package org.vo4he.uws;
