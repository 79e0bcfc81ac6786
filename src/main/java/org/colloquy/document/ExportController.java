package org.colloquy.document;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The document of an article, as a file. */
@Controller
class ExportController {

    private final Export export;

    ExportController(Export export) {
        this.export = export;
    }

    @GetMapping({"/articles/{slug}/document.txt", "/open-thread/document.txt"})
    ResponseEntity<byte[]> document(@PathVariable(required = false) @Nullable String slug) {
        Export.Written document =
                export.document(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ResponseEntity.BodyBuilder response =
                ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8));
        if (!document.open()) {
            response.header("X-Robots-Tag", "noindex");
        }
        return response.body(document.text().getBytes(StandardCharsets.UTF_8));
    }
}
