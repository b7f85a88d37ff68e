package fairway.onetoone;

import org.springframework.data.repository.Repository;

interface KeptExampleRepository extends Repository<KeptExample, Long> {

    KeptExample save(KeptExample example);
}
