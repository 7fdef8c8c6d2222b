"""A folder, a WebDAV share and an object store, with what lies in them."""

import boto3
from moto.server import DomainDispatcherApplication, create_backend_app
from wsgidav.wsgidav_app import WsgiDAVApp

USER, PASSWORD = "rosa", "a-box-of-plums"  # (of no account)


class FolderPlace:
    def __init__(self, folder):
        self.folder = folder
        self.settings = {"url": folder.as_uri()}

    def files(self):
        return {each.name: each.read_bytes() for each in self.folder.iterdir()}

    def put(self, name, content):
        (self.folder / name).write_bytes(content)


class DavPlace(FolderPlace):
    def __init__(self, folder, port):
        super().__init__(folder)
        self.settings = {"url": f"webdav://127.0.0.1:{port}/{folder.name}", "username": USER}


class StorePlace:
    def __init__(self, endpoint, bucket):
        keys = {"aws_access_key_id": USER, "aws_secret_access_key": PASSWORD}
        self.store = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1", **keys)
        self.bucket = bucket
        self.store.create_bucket(Bucket=bucket)
        self.settings = {"url": f"s3://{bucket}/box", "endpoint": endpoint, "username": USER}

    def files(self):
        names = [each["Key"] for each in self.store.list_objects_v2(Bucket=self.bucket).get("Contents", [])]
        return {
            name.removeprefix("box/"): self.store.get_object(Bucket=self.bucket, Key=name)["Body"].read()
            for name in names
        }

    def put(self, name, content):
        self.store.put_object(Bucket=self.bucket, Key=f"box/{name}", Body=content)


def dav_app(folder):
    return WsgiDAVApp({
        "provider_mapping": {"/": str(folder)}, "verbose": 0, "logging": {"enable": False},
        "simple_dc": {"user_mapping": {"*": {USER: {"password": PASSWORD}}}},
        "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
    })  # fmt: skip


def store_app():
    return DomainDispatcherApplication(create_backend_app)
