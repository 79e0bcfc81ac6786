package org.colloquy.account;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All handle tokens, found by the hash of their secret. */
interface HandleTokens extends Repository<HandleToken, String> {

    HandleToken save(HandleToken token);

    Optional<HandleToken> findByHash(String hash);

    @Modifying
    @Query("delete from HandleToken t where t.hash = :hash")
    void revoke(String hash);
}
