package org.colloquy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.colloquy.account.ModeratorFixture;
import org.colloquy.account.PasswordChecks;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole application, with three documents: ours, the one that comes with it, and the source where it is at hand. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "colloquy.data=target/test-data/${random.uuid}",
            "colloquy.documents=src/test/resources/fixtures,src/main/resources/default,"
                    + "${colloquy.shared:../shared}/documents",
            "server.address=127.0.0.1",
            "colloquy.pace.per-handle=0",
            "colloquy.pace.per-address=0"
        })
@AutoConfigureMockMvc
@Import({ModeratorFixture.class, PasswordChecks.class})
@interface Site {}
