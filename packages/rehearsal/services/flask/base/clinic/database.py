import pymysql
from sqlalchemy import create_engine
from sqlalchemy.orm import declarative_base, sessionmaker

from clinic import settings

engine = create_engine(
    "mysql+pymysql://", creator=lambda: pymysql.connect(**settings.DATABASE), pool_pre_ping=True, pool_size=8
)
Session = sessionmaker(engine, expire_on_commit=False)
Base = declarative_base()
