package dev.mixpaneldata.app.lookups;

import dev.mixpaneldata.operation.Param;

/** One upload that Mixpanel processes. */
public record UploadStatusRequest(
    @Param(help = "Id of the upload, from the answer to the registration") String uploadId) {}
